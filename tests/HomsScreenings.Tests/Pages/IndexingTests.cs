using HomsScreenings.Model;

namespace HomsScreenings.Tests.Pages;

/// <summary>What search engines are to know of the programme, and what has no end.</summary>
public sealed class IndexingTests
{
    [Theory, OnEachDatabase]
    public async Task The_programme_and_that_of_a_city_or_a_film_are_indexed_and_no_other_state_of_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        foreach (var path in new[] { "/screenings", "/screenings?city=London", "/screenings?film=return-to-homs", "/subscribe", "/films",
            "/people", "/venues", "/ar/screenings" }) Assert.Equal((path, null), (path, RobotsOf(await app.AsVisitor().GetAsync(path))));
        foreach (var path in new[] { "/screenings?view=month", "/screenings?view=map", "/screenings?view=films",
            "/screenings?view=venues", "/screenings?view=month&month=2014-01",
            "/screenings?q=zzzz", "/screenings?city=Nowhere", "/screenings?city=London&free=true", "/screenings?from=2026-06-01",
            "/screenings?past=true", "/subscribe?city=London",
            "/films?kind=documentary", "/people?q=zzzz", "/venues?view=map", "/venues?letter=I" })
            Assert.Equal((path, "noindex, nofollow"), (path, RobotsOf(await app.AsVisitor().GetAsync(path))));
        var page = await app.AsVisitor().GetAsync("/screenings");
        Assert.Equal([null, "nofollow", "nofollow"], page.Html.QuerySelectorAll(".views a").Select(a => a.GetAttribute("rel")));
        Assert.Equal("nofollow", (await app.AsVisitor().GetAsync("/screenings?city=London")).Html.QuerySelector(".follow-how a")!
            .GetAttribute("rel"));
    }

    [Theory, OnEachDatabase]
    public async Task A_title_says_what_is_asked_for_and_a_city_has_one_spelling(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        await app.Programme.AddVenue("Vue");
        await app.Programme.AddVenue("Filmhaus", "LONDON");
        await app.Programme.AddScreening("Another Sky", "2026-06-27 20:30", "Vue");
        await app.Programme.AddScreening("Another Sky", "2026-06-28 20:30", "Filmhaus");
        foreach (var (query, title) in new[]
        {
            ("", "Programme"), ("?city=london", "London: Programme"), ("?film=return-to-homs&free=true", "Return to Homs, free: Programme"),
            ("?view=month&month=2026-07", "July: Programme"), ("?view=map", "Map: Programme"), ("?view=films", "By film: Programme"),
            ("?view=venues&city=London", "London, By venue: Programme"),
        })
            Assert.Equal((query, $"{title} · Homs Screenings"),
                (query, (await app.AsVisitor().GetAsync($"/screenings{query}")).Text("title")));
        foreach (var spelling in new[] { "london", "London", "LONDON" })
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?city={spelling}");
            Assert.Equal($"{ScreeningsApp.BaseUrl}/screenings?city=London",
                page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal(3, page.Html.QuerySelectorAll(".screening").Length);
        }
        Assert.Single((await app.AsVisitor().GetAsync("/screenings")).Html.QuerySelectorAll("#city option:not([value=''])"));
    }

    static string? RobotsOf(Answer page) => page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content");
}
