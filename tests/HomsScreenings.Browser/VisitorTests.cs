using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>What people come for: where and when, into their calendar; by mouse, by keyboard, in Arabic, on a small phone.</summary>
public sealed class VisitorTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_browses_to_a_screening_and_puts_it_into_the_calendar(bool script)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app, script);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Programme", Exact = true }).First.ClickAsync();
        await page.Locator(".programme .title a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Return to Homs");
        Assert.Contains("20:30", await page.Locator(".bill").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("details summary", new() { HasTextString = "Add to calendar" }).ClickAsync();
        var link = page.Locator($"main a[href='/screenings/{SmallProgramme.London}.ics']").First;
        await Assertions.Expect(link).ToBeVisibleAsync();
        var file = await page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        var entry = new ReadCalendar(await file.BodyAsync()).Events.Single();
        Assert.Equal(("20260627T193000Z", "Return to Homs"), (entry["DTSTART"], entry["SUMMARY"]));
    }

    [Fact]
    public async Task The_month_is_walked_through_by_keyboard()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/screenings");
        await PressOnAsync(page, page.Locator("main a[href*='view=month']").First);
        await page.WaitForURLAsync(url => url.Contains("view=month", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main table caption")).ToContainTextAsync("June");
        await PressOnAsync(page, page.Locator("main a[href*='month=2026-07']").First);
        await page.WaitForURLAsync(url => url.Contains("month=2026-07", StringComparison.Ordinal));
        await PressOnAsync(page, page.Locator($"main table a[href='/screenings/{SmallProgramme.Leeds}']").First);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Salt Harbour");
    }

    [Fact]
    public async Task The_map_is_walked_through_by_keyboard()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/screenings");
        await PressOnAsync(page, page.Locator("main a[href*='view=map']").First);
        await page.WaitForURLAsync(url => url.Contains("view=map", StringComparison.Ordinal));
        await PressOnAsync(page, page.Locator("main svg a[href*='city=Leeds']").First);
        await page.WaitForURLAsync(url => url.Contains("city=Leeds", StringComparison.Ordinal));
        // On a map of the world London is in the same circle.
        await Assertions.Expect(page.Locator(".programme .title a")).ToHaveCountAsync(2);
        Assert.Equal([SmallProgramme.London, SmallProgramme.Leeds], await FilterTests.ShownAsync(page));
    }

    [Fact]
    public async Task Somebody_finds_a_screening_in_Arabic_from_the_first_page_to_the_calendar()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app, width: 390);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "العربية" }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/ar", StringComparison.Ordinal));
        Assert.Equal(
            ("ar", "rtl"), (await page.Locator("html").GetAttributeAsync("lang"), await page.Locator("html").GetAttributeAsync("dir")));

        await page.Locator(".menu-button").ClickAsync();
        await page.Locator(".site-nav a").First.ClickAsync();
        await page.Locator(".filter-sheet > summary").ClickAsync();
        await page.Locator("form.filters [name=q]").FillAsync("العودة الى حمص");
        await page.Locator("form.filters button:not([type=button])").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/ar/screenings?", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".programme .title a")).ToHaveCountAsync(2);
        await page.Locator(".programme .title a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("العودة إلى حمص");
        var said = await page.Locator("main").InnerTextAsync();
        Assert.Contains("٢٠:٣٠", said, StringComparison.Ordinal);
        Assert.Contains("حزيران", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{2}:[0-9]{2}", said);

        var file = await page.APIRequest.GetAsync($"/ar/screenings/{SmallProgramme.London}.ics");
        Assert.Equal("العودة إلى حمص", new ReadCalendar(await file.BodyAsync()).Events.Single()["SUMMARY"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith($"/screenings/{SmallProgramme.London}", StringComparison.Ordinal)
            && !url.Contains("/ar/", StringComparison.Ordinal));
    }

    // 320 pixels are also what is left of 1280 at 400 % (WCAG 2.2, 1.4.10).
    [Theory]
    [InlineData("")]
    [InlineData("/ar")]
    public async Task Nothing_has_to_be_scrolled_sideways_at_320_pixels(string prefix)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var page = await chromium.OpenAsync(app, width: 320);
        foreach (var path in PublicPages.Paths)
        {
            await page.GotoAsync(prefix + path);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            var what = over == 0 ? "" : await page.EvaluateAsync<string>("""
                () => [...document.querySelectorAll('body *')]
                  .filter(e => { const box = e.getBoundingClientRect(); return box.right > innerWidth || box.left < 0; })
                  .map(e => e.tagName + '.' + e.getAttribute('class') + ' ' + Math.round(e.getBoundingClientRect().right)).join(', ')
                """);
            Assert.Equal((prefix + path, ""), (prefix + path, what));
        }
    }

    // With the keys alone: forward until the link has the focus, then Enter.
    static async Task PressOnAsync(IPage page, ILocator link)
    {
        await Assertions.Expect(link).ToBeAttachedAsync();
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await link.EvaluateAsync<bool>("e => e === document.activeElement")) break;
        }
        Assert.True(await link.EvaluateAsync<bool>("e => e === document.activeElement"), "The Tab key never comes to the link.");
        await page.Keyboard.PressAsync("Enter");
    }
}
