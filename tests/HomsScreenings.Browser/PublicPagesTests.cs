using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

public sealed class PublicPagesTests(Chromium chromium)
{
    [Fact]
    public async Task The_first_page_asks_no_other_host_and_sets_no_cookie()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening();
        var page = await chromium.OpenAsync(app);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).Host);
        await page.GotoAsync("/");
        Assert.Equal(["localhost"], asked.Distinct());
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing(ColorScheme colours)
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var screening = await app.Programme.AddScreening(series: "UK tour", organisation: "Campaign");
        await app.Programme.Change(screening, s => s.Cancel("The hall is flooded."));
        await app.Programme.AddScreening(when: "2026-05-01 19:00");
        await app.Programme.AddScreening(when: null, at: null);
        var page = await chromium.OpenAsync(app, colours: colours, width: 390);
        foreach (var path in new[] { "/", "/screenings", "/subscribe", "/subscribe?free=true", "/offline", $"/screenings/{screening.Slug}", "/films", "/films/return-to-homs", "/venues", "/venues/ica", "/series", "/series/uk-tour", "/organisations/campaign", "/archive", "/archive/2026", "/nowhere", "/screenings?from=never", "/account/sign-in" })
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe();
            Assert.Equal((path, ""), (path, string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"))));
        }
    }
}
