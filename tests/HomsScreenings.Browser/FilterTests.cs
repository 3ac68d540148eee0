using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>Every filter of the programme, as somebody sets it in the form, with script and without.</summary>
public sealed class FilterTests(Chromium chromium)
{
    const string London = SmallProgramme.London, Leeds = SmallProgramme.Leeds,
        Portland = SmallProgramme.Portland, Past = SmallProgramme.Past;

    static readonly (string Field, string Value, string[] Found)[] Filters =
    [
        ("q", "derki", [London, Portland]),
        ("q", "حمص", [London, Portland]),
        ("q", "Portlnd", [Portland]),
        ("city", "Leeds", [Leeds]),
        ("country", "US", [Portland]),
        ("language", "en", [Leeds]),
        ("from", "2026-07-05", [Portland]),
        ("to", "2026-06-30", [London]),
        ("past", "true", [London, Leeds, Portland, Past]),
        ("free", "true", [London]),
        ("access=step-free", "true", [London]),
        ("access=hearing-loop", "true", [Leeds]),
        ("access=captions", "true", [London]),
        ("access=audio-description", "true", [Portland]),
        ("access=sign-language", "true", [Portland]),
        ("access=relaxed", "true", [Leeds]),
        ("near", "Leeds", [Leeds]),
        ("near", "51.5,-0.13", [London]),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_filter_of_the_form_leaves_what_it_should_and_the_feed_follows_it(bool script)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app, script);
        foreach (var (field, value, found) in Filters)
        {
            await page.GotoAsync("/screenings");
            await SetAsync(page, field, value);
            await SendAsync(page);
            await page.WaitForURLAsync(url => url.Contains($"{field.Split('=')[0]}=", StringComparison.Ordinal));
            if (script) await ExpectShownAsync(page);
            await Assertions.Expect(page.Locator(".programme .title a")).ToHaveCountAsync(found.Length);
            Assert.Equal((field, value, Join(found)), (field, value, Join(await ShownAsync(page))));
            var feed = await page.Locator("main .follow a[href*='.ics?']").First.GetAttributeAsync("href");
            Assert.Contains($"{field.Split('=')[0]}=", feed, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("film=salt-harbour", new[] { Leeds })]
    [InlineData("series=uk-tour", new[] { London, Leeds })]
    [InlineData("venue=whitsell", new[] { Portland })]
    [InlineData("organisation=film-center", new[] { Portland })]
    public async Task What_a_link_filters_by_stays_when_the_form_is_sent_and_goes_with_its_chip(string filter, string[] found)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync($"/screenings?{filter}");
        await Assertions.Expect(page.Locator(".programme .title a")).ToHaveCountAsync(found.Length);
        Assert.Equal(Join(found), Join(await ShownAsync(page)));
        await SendAsync(page);
        await ExpectShownAsync(page);
        Assert.Contains(filter, page.Url, StringComparison.Ordinal);
        Assert.Equal(Join(found), Join(await ShownAsync(page)));
        await page.Locator(".chips a").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains(filter, StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".programme .title a")).ToHaveCountAsync(3);
    }

    static Task SendAsync(IPage page) => page.Locator("form.filters button:not([type=button])").First.ClickAsync();

    // Where the address stays as it was, only the focus tells that the answer is on the page.
    static Task ExpectShownAsync(IPage page) => Assertions.Expect(page.Locator("main .count")).ToBeFocusedAsync();

    static async Task SetAsync(IPage page, string field, string value)
    {
        var control = field.Split('=') is [var name, var choice] ? page.Locator($"form.filters [name={name}][value={choice}]")
            : page.Locator($"form.filters [name={field}]:not([type=hidden])");
        if (!await control.IsVisibleAsync()) await page.Locator("form.filters summary").First.ClickAsync();
        var (tag, type) = (await control.EvaluateAsync<string>("e => e.tagName"), await control.GetAttributeAsync("type"));
        if (type == "checkbox") await control.CheckAsync();
        else if (tag == "SELECT") await control.SelectOptionAsync(value);
        else await control.FillAsync(value);
    }

    internal static async Task<IEnumerable<string>> ShownAsync(IPage page) =>
        await page.Locator(".programme .title a").EvaluateAllAsync<string[]>("links => links.map(a => a.pathname.split('/').pop())");

    static string Join(IEnumerable<string> slugs) => string.Join(' ', slugs.Order(StringComparer.Ordinal));
}
