using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>The head of every page: one line on a phone, with the pages and the search a tap away, with script and without.</summary>
public sealed class HeaderTests(Chromium chromium)
{
    [Theory]
    [InlineData("/", 390, true)]
    [InlineData("/", 360, false)]
    [InlineData("/ar", 360, true)]
    public async Task On_a_phone_it_is_one_line_and_opens_the_pages_and_the_search(string path, int width, bool script)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await chromium.OpenAsync(app, script, width: width);
        await page.GotoAsync(path);
        Assert.True((await page.Locator(".site-header").BoundingBoxAsync())!.Height <= 56);

        var (menu, pages) = (page.Locator(".menu-button"), page.Locator(".site-nav"));
        await Assertions.Expect(pages).ToBeHiddenAsync();
        await menu.ClickAsync();
        await Assertions.Expect(pages.Locator("a")).ToHaveCountAsync(6);
        var (header, opened) = ((await page.Locator(".site-header").BoundingBoxAsync())!, (await pages.BoundingBoxAsync())!);
        Assert.InRange(opened.Y, header.Y + header.Height - 1, header.Y + header.Height + 8);
        foreach (var link in await pages.Locator("a").AllAsync())
            Assert.True((await link.BoundingBoxAsync())!.Height >= 44);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(pages).ToBeHiddenAsync();
        await Assertions.Expect(menu).ToBeFocusedAsync();

        await page.Locator(".search-button").ClickAsync();
        var field = page.Locator(".site-search input");
        await Assertions.Expect(field).ToBeVisibleAsync();
        if (script) await Assertions.Expect(field).ToBeFocusedAsync();
        await field.FillAsync("homs");
        await page.Locator(".site-search button").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/screenings?q=homs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_there_is_room_everything_stands_in_the_line()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".site-header > button:visible")).ToHaveCountAsync(0);
        var tops = new List<double>();
        foreach (var part in new[] { ".site-name", ".site-search input", ".languages a", ".site-nav a >> nth=0", ".site-nav a >> nth=4" })
        {
            var box = (await page.Locator(part).First.BoundingBoxAsync())!;
            tops.Add(box.Y + (box.Height / 2));
        }
        Assert.InRange(tops.Max() - tops.Min(), 0, 4);
        // What the tabulator goes through stands in that order.
        Assert.Equal(["site-name", "q", "ar", "/screenings"], await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.site-header :is(a, input)')].slice(0, 4)
                .sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
                .map(part => part.name || part.hreflang || (part.className || new URL(part.href).pathname))
            """));
    }
}
