using HomsScreenings.Model;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>What script adds, and that nothing is missing without it.</summary>
public sealed class ScriptTests(Chromium chromium)
{
    static async Task<ScreeningsApp> StartAsync()
    {
        var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddVenue("ICA", and: v => (v.Latitude, v.Longitude) = (51.51, -0.13));
        await app.Programme.AddVenue("Northwest", "Portland", "US", "America/Los_Angeles");
        await app.Programme.AddScreening();
        await app.Programme.AddScreening("Silvered Water", at: "Northwest");
        await app.Programme.AddScreening("Silvered Water", "2026-07-01 20:00", at: "Northwest");
        return app;
    }

    static ILocator Count(IPage page) => page.Locator("main h2.count");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filter_can_be_set_and_dropped_and_the_way_back_leads_back(bool script)
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await chromium.OpenAsync(app, script);
        await page.GotoAsync("/screenings");
        if (script) await page.EvaluateAsync("() => { window.same = true; }");
        await Shows("3 screenings", "/screenings");

        await page.Locator("#q").FillAsync("silvered");
        await page.Locator("main form.filters button:not([type=button])").Last.ClickAsync();
        await Assertions.Expect(Count(page)).ToHaveTextAsync("2 screenings");
        Assert.Contains("q=silvered", page.Url, StringComparison.Ordinal);
        Assert.Equal(script, await IsSame());
        if (script)
        {
            Assert.DoesNotContain("city=", page.Url, StringComparison.Ordinal); // what was left empty is not in the address
            await Assertions.Expect(page.Locator("body > [role=status]")).ToHaveTextAsync("2 screenings");
            await Assertions.Expect(Count(page)).ToBeFocusedAsync();
            Assert.EndsWith("/ar/screenings?q=silvered", await page.Locator(".languages a").GetAttributeAsync("href"),
                StringComparison.Ordinal);
        }

        await page.Locator(".chips a").First.ClickAsync();
        await Shows("3 screenings", "/screenings");
        await page.GoBackAsync();
        await Assertions.Expect(Count(page)).ToHaveTextAsync("2 screenings");
        Assert.Equal("silvered", await page.Locator("#q").InputValueAsync());
        await page.GoBackAsync();
        await Shows("3 screenings", "/screenings");
        Assert.Equal(script, await IsSame());

        async Task Shows(string count, string path)
        {
            await Assertions.Expect(Count(page)).ToHaveTextAsync(count);
            Assert.Equal(path, new Uri(page.Url).PathAndQuery);
        }

        async Task<bool> IsSame() => script && await page.EvaluateAsync<bool>("() => window.same === true");
    }

    [Fact]
    public async Task After_a_reload_in_the_middle_the_way_back_still_leads_back()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/screenings");
        await page.Locator("#q").FillAsync("silvered");
        await page.Locator("#q").PressAsync("Enter");
        await Assertions.Expect(Count(page)).ToHaveTextAsync("2 screenings");
        await page.ReloadAsync();
        await page.GoBackAsync();
        await Assertions.Expect(Count(page)).ToHaveTextAsync("3 screenings");
    }

    [Fact]
    public async Task A_filter_that_makes_no_sense_gets_the_page_that_says_so()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/screenings");
        await page.Locator("#q").FillAsync("???");
        await page.Locator("#q").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".problems li")).ToHaveTextAsync("The search has no letter or digit in it.");
    }

    [Fact]
    public async Task Near_me_asks_when_it_is_pressed_and_sends_two_decimals_and_no_more()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await chromium.OpenAsync(app);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = 51.5073912f, Longitude = -0.1277634f });
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.GotoAsync("/subscribe?free=false&q=homs");
        Assert.Equal("", await page.Locator("#near").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Near me" }).ClickAsync();
        await Assertions.Expect(page.Locator("#link"))
            .ToHaveValueAsync($"{ScreeningsApp.BaseUrl}/calendar.ics?q=homs&near=51.51%2C-0.13&within=25");
        Assert.Contains(asked, url => url.Contains("near=51.51%2C-0.13", StringComparison.Ordinal));
        Assert.DoesNotContain(
            asked, url => url.Contains("51.507", StringComparison.Ordinal) || url.Contains("0.127", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_refuses_to_tell_where_they_are_is_told_what_else_to_do()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await chromium.OpenAsync(app);
        await page.Context.ClearPermissionsAsync();
        await page.GotoAsync("/subscribe?q=homs");
        await page.EvaluateAsync(
            "() => { navigator.geolocation.getCurrentPosition = (yes, no) => no({ code: 1, PERMISSION_DENIED: 1 }); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Near me" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-near] + [role=status]")).ToContainTextAsync("or choose a city.");
        Assert.EndsWith("/subscribe?q=homs", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_is_copied_and_the_page_shared()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var screening = await app.Programme.AddScreening("Shared", series: "UK tour");
        var page = await chromium.OpenAsync(app);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/subscribe?free=true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the link" }).ClickAsync();
        await Assertions.Expect(page.Locator(".copying [role=status]")).ToHaveTextAsync("Copied.");
        Assert.Equal($"{ScreeningsApp.BaseUrl}/calendar.ics?free=true",
            await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        foreach (var shared in new[] { $"/screenings/{screening.Slug}", "/films/shared", "/series/uk-tour", "/venues/ica" })
        {
            await page.GotoAsync(shared);
            await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-share] + [role=status]")).ToHaveTextAsync("Copied.");
            Assert.Equal(ScreeningsApp.BaseUrl + shared, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        }
    }

    [Fact]
    public async Task Without_script_no_button_stands_there_that_does_nothing_and_the_calendars_can_be_reached()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var screening = await app.Programme.AddScreening("Plain");
        var page = await chromium.OpenAsync(app, script: false);
        await page.GotoAsync($"/screenings/{screening.Slug}");
        await Assertions.Expect(page.Locator("[data-share]")).ToBeHiddenAsync();
        await page.Locator(".menu summary", new() { HasText = "Add to calendar" }).ClickAsync();
        Assert.Equal(5, await page.Locator(".menu a:visible").CountAsync());
        await page.Locator(".menu summary", new() { HasText = "Directions" }).ClickAsync();
        Assert.Equal(9, await page.Locator(".menu a:visible").CountAsync()); // without script the first stays open
        await page.GotoAsync("/subscribe?q=homs");
        await Assertions.Expect(page.Locator("[data-copy]")).ToBeHiddenAsync();
        Assert.Equal(0, await page.GetByText("Near me").CountAsync());
    }

    [Fact]
    public async Task The_other_language_is_offered_to_those_who_prefer_it_until_they_wave_it_away()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await chromium.OpenAsync(app, locale: "ar-SY");
        await page.GotoAsync("/screenings?city=London");
        Assert.EndsWith("/ar/screenings?city=London", await page.Locator(".offer a").GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Equal(
            ("ar", "rtl"), (await page.Locator(".offer").GetAttributeAsync("lang"), await page.Locator(".offer").GetAttributeAsync("dir")));
        await page.Locator(".offer button").ClickAsync();
        await page.GotoAsync("/films");
        await Assertions.Expect(page.Locator(".offer")).ToHaveCountAsync(0);
        Assert.Empty(await page.Context.CookiesAsync());

        page = await chromium.OpenAsync(app, locale: "en-GB");
        await page.GotoAsync("/screenings");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Locator(".offer")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_first_visit_takes_six_requests_and_fifty_kilobytes_at_most()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var screening = await app.Programme.AddScreening("Weighed");
        foreach (var path in new[] { "/", "/ar", "/screenings",
            "/ar/screenings", "/subscribe", $"/screenings/{screening.Slug}", $"/ar/screenings/{screening.Slug}" })
        {
            var page = await chromium.OpenAsync(app);
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(request.Url);
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var bytes = await page.EvaluateAsync<int>(
                "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)");
            Assert.True(asked.Count <= 6, $"{path}: {string.Join(' ', asked)}");
            Assert.InRange(bytes, 1, 50_000);
            await page.Context.CloseAsync();
        }
    }
}
