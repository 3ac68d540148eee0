using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>Lists and their filters on a phone: what is on the screen, what has the focus, how many taps it takes.</summary>
public sealed class ListTests(Chromium chromium)
{
    const int Phone = 390, Height = 844;

    // Sixty screenings in the coming days, in three towns; every second one has captions.
    static async Task<ScreeningsApp> StartAsync()
    {
        var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddVenue("Hyde Park Picture House", "Leeds", and: v => (v.Latitude, v.Longitude) = (53.81, -1.57));
        await app.Programme.AddVenue("Showroom", "Sheffield", and: v => (v.Latitude, v.Longitude) = (53.38, -1.46));
        for (var i = 0; i < 60; i++)
            await app.Programme.AddScreening("Return to Homs", $"2026-06-{2 + (i / 3):00} {18 + (i % 3)}:30",
                i % 2 == 0 ? "Hyde Park Picture House" : "Showroom", and: s => s.Captions = s.Time!.Value.Hour % 2 == 0);
        return app;
    }

    async Task<IPage> OpenAsync(ScreeningsApp app, bool motion = false, bool script = true)
    {
        var page = await chromium.OpenAsync(app, script, width: Phone);
        await page.SetViewportSizeAsync(Phone, Height);
        if (motion) await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        return page;
    }

    static Task<int> OnScreenAsync(IPage page) => page.EvaluateAsync<int>("""
        () => [...document.querySelectorAll('main .screening')].map(s => s.getBoundingClientRect())
            .filter(box => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight).length
        """);

    static Task<double> FirstAsync(IPage page) =>
        page.EvaluateAsync<double>("() => document.querySelector('main .screening').getBoundingClientRect().top");

    static Task ExpectCountFocusedAsync(IPage page) => Assertions.Expect(page.Locator("main h2.count")).ToBeFocusedAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_link_within_the_list_its_count_has_the_focus_and_is_on_the_screen(bool motion)
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app, motion);
        await page.GotoAsync("/screenings");
        await page.Locator("a[rel=next]").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("page=2", StringComparison.Ordinal));
        await ExpectCountFocusedAsync(page);
        await Assertions.Expect(page.Locator("main h2.count")).ToBeInViewportAsync();
        Assert.True(await OnScreenAsync(page) >= 3);
        await page.Locator(".views a").Last.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("view=map", StringComparison.Ordinal));
        await ExpectCountFocusedAsync(page);
    }

    [Theory]
    [InlineData("/", 6)]
    [InlineData("/screenings", 3)]
    [InlineData("/ar", 5)]
    [InlineData("/ar/screenings", 3)]
    public async Task Screenings_are_on_the_screen_of_a_phone_before_anybody_scrolls(string path, int least)
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app);
        await page.GotoAsync(path);
        var shown = await OnScreenAsync(page);
        Assert.True(shown >= least, $"{path}: {shown} screenings, the first at {await FirstAsync(page)}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_filters_are_sent_the_first_results_are_on_the_screen(bool script)
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app, motion: true, script);
        await page.GotoAsync("/screenings");
        await page.Locator(".filter-sheet > summary").ClickAsync();
        await page.Locator("form.filters [name=city]").SelectOptionAsync("Leeds");
        await page.Locator("form.filters .go button").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("city=Leeds", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".filter-sheet .asked")).ToHaveTextAsync("Leeds");
        if (script) await ExpectCountFocusedAsync(page);
        Assert.InRange(await FirstAsync(page), 0, 420);
        Assert.True(await OnScreenAsync(page) >= 3);
    }

    [Fact]
    public async Task Captioned_in_Leeds_is_found_from_the_first_page_in_three_taps()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app);
        await page.GotoAsync("/");
        await page.Locator(".search-button").ClickAsync();
        await Assertions.Expect(page.Locator("header [name=q]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("captioned Leeds");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("q=captioned", StringComparison.Ordinal));
        Assert.InRange(await FirstAsync(page), 0, 500);
        Assert.True(await OnScreenAsync(page) >= 3);
    }

    [Fact]
    public async Task The_whole_line_is_a_target_and_a_menu_closes_by_Escape_and_by_a_click_elsewhere()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app);
        await page.GotoAsync("/screenings");
        var line = await page.Locator("main .screening").First.BoundingBoxAsync();
        Assert.InRange(line!.Height, 44, 100);
        await page.Mouse.ClickAsync(line.X + line.Width - 8, line.Y + line.Height - 8);
        await page.WaitForURLAsync(url => url.Contains("/screenings/", StringComparison.Ordinal));
        var menu = page.Locator("details.menu").First;
        await menu.Locator("summary").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(menu.Locator("summary")).ToBeFocusedAsync();
        await menu.Locator("summary").ClickAsync();
        await page.Locator("h1").ClickAsync();
        await Assertions.Expect(menu).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Near_me_leads_to_what_is_near_when_it_is_pressed()
    {
        Chromium.Require();
        await using var app = await StartAsync();
        var page = await OpenAsync(app);
        await page.Context.SetGeolocationAsync(new Geolocation { Latitude = 53.8073912f, Longitude = -1.5677634f });
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.GotoAsync("/");
        await page.Locator(".shortcuts [data-near]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/screenings?near=53.81%2C-1.57", StringComparison.Ordinal));
        Assert.True(await OnScreenAsync(page) >= 3);
    }
}
