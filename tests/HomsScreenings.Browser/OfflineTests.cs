using HomsScreenings.Model;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>What was seen stays readable without a network, and is never taken for what is true now.</summary>
public sealed class OfflineTests(Chromium chromium)
{
    // Until the worker has put away the page that stands there, with these words in it, and the one for having nothing.
    static Task Kept(IPage page, string words) => page.WaitForFunctionAsync(
        "async words => navigator.serviceWorker.controller && await caches.match(document.querySelector('script[data-offline-page]').dataset.offlinePage) && (await (await caches.match(location.href))?.text())?.includes(words)", words);

    static Task<string[]> Addresses(IPage page) => page.EvaluateAsync<string[]>(
        "async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(key => new URL(key.url).pathname)))).flat()");

    [Fact]
    public async Task The_programme_that_was_seen_last_is_shown_and_says_of_when_it_is()
    {
        Chromium.Require();
        var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        IPage page;
        await using (app)
        {
            var screening = await app.Programme.AddScreening();
            page = await chromium.OpenAsync(app);
            await page.GotoAsync("/ar/screenings");
            await Kept(page, "Return to Homs");
            await page.GotoAsync("/screenings");
            await Kept(page, "Return to Homs");

            // While there is a network, a change shows at once, however often the page was kept.
            await app.Programme.Change(screening, s => s.Cancel("The hall is flooded."));
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator(".mark")).ToContainTextAsync("The hall is flooded.");
            await Assertions.Expect(page.Locator(".offline")).ToHaveCountAsync(0);
            await Kept(page, "The hall is flooded.");

            foreach (var path in new[] { "/account/sign-in", "/screenings?from=never", "/nowhere", "/calendar.ics", "/screenings?q=homs&near=51.5,-0.13" })
                await page.EvaluateAsync("path => fetch(path).then(answer => answer.text())", path);
            var kept = await Addresses(page);
            Assert.Equal(["/ar/offline", "/ar/screenings", "/offline", "/screenings"],
                kept.Where(path => !path.StartsWith("/js/", StringComparison.Ordinal) && !path.StartsWith("/css/", StringComparison.Ordinal)
                    && !path.StartsWith("/img/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".mark")).ToContainTextAsync("The hall is flooded.");
        Assert.Matches(@"^Offline: as it was on \d+ \w+ \d{4}.+\.$|^Offline: as it was on \w+ \d+, \d{4}.+\.$",
            await page.Locator(".offline").InnerTextAsync());
        // with its style sheet
        Assert.Contains("system-ui", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).fontFamily"),
            StringComparison.Ordinal);
        await page.GotoAsync("/ar/screenings");
        await Assertions.Expect(page.Locator(".offline")).ToHaveCountAsync(1);
        await page.GotoAsync("/films");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are offline");
        await page.GotoAsync("/ar/films/never-seen");
        Assert.Equal("ar", await page.Locator("html").GetAttributeAsync("lang"));
        await Assertions.Expect(page.Locator("main .lead")).ToHaveCountAsync(1);
        var failure = await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync("/account/sign-in"));
        Assert.Contains("ERR_CONNECTION_REFUSED", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_pages_the_oldest_go_and_the_words_for_having_nothing_stay()
    {
        Chromium.Require();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening();
        for (var n = 1; n <= 70; n++) await app.Programme.AddFilm($"Film {n}");
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/screenings");
        await Kept(page, "Return to Homs");
        await page.EvaluateAsync(
            "async () => { for (let n = 1; n <= 70; n++) await fetch(`/films/film-${n}`).then(answer => answer.text()); }");
        await page.WaitForFunctionAsync(
            "async () => { const keys = (await (await caches.open('pages v2')).keys()).map(key => new URL(key.url).pathname); return keys.length === 60 && keys.includes('/films/film-70'); }");
        var kept = await Addresses(page);
        Assert.Contains("/offline", kept);
        Assert.DoesNotContain("/films/film-1", kept);
        Assert.Contains("/films/film-12", kept);

        // And all of them when somebody says so.
        await page.GotoAsync("/kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("They are forgotten.")).ToHaveCountAsync(1);
        Assert.DoesNotContain("/films/film-12", await Addresses(page));
    }
}
