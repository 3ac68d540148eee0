using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

public sealed class DeskPagesTests(Chromium chromium)
{
    [Fact]
    public async Task Axe_finds_nothing_at_the_desk()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await SmallProgramme.AddAsync(app);
        var organiser = await app.AsOrganiserAsync("Campaign");
        var page = await chromium.OpenAsync(app);
        var site = $"https://localhost:{app.ClientOptions.BaseAddress.Port}";
        await page.Context.AddCookiesAsync(
            organiser.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = site, Secure = true }));
        foreach (var path in new[]
        {
            "/organise", "/organise/screenings", "/organise/screenings/new",
            $"/organise/screenings/{SmallProgramme.London}/edit", $"/organise/screenings/{SmallProgramme.London}/cancel",
            "/organise/films", "/organise/films/new", "/organise/people",
            "/organise/people/new", "/organise/venues", "/organise/venues/new", "/organise/series", "/organise/series/new",
            "/organise/organisations", "/organise/calendar", "/organise/journal", "/organise/journal/new",
            "/organise/journal/a-review/edit", "/organise/journal/a-review/revisions", "/organise/journal/a-review/comments",
            "/organise/journal/a-review/mailing", "/organise/subscribers",
            "/organise/comments?state=accepted", "/organise/comments/blocked", "/account", "/account/emails",
        })
        {
            await page.GotoAsync(path);
            Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
            await Axe.FindsNothingAsync(page, path);
        }
    }
}
