using HomsScreenings.Model;

namespace HomsScreenings.Tests.Pages;

public sealed class EmbedTests
{
    [Theory, OnEachDatabase]
    public async Task A_frame_may_stand_on_any_site_and_nothing_else_may(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        foreach (var path in new[] { "/embed/screenings", "/embed/films/return-to-homs", "/embed/series/uk-tour",
            "/embed/venues/ica", "/embed/organisations/homs-campaign", $"/embed/screenings/{screening.Slug}", "/ar/embed/venues/ica" })
            for (var time = 0; time < 2; time++) // the second comes from the cache
            {
                var answer = await app.AsVisitor().GetAsync(path);
                var policy = answer.Header("Content-Security-Policy")!;
                Assert.Equal((200, "cross-origin", "noindex"),
                    (answer.Status, answer.Header("Cross-Origin-Resource-Policy"), answer.Header("X-Robots-Tag")));
                Assert.Contains("frame-ancestors *;", policy, StringComparison.Ordinal);
                Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
                Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
                Assert.Null(answer.Header("Set-Cookie"));
                Assert.Null(answer.Header("X-Frame-Options"));
                Assert.Empty(answer.Html.QuerySelectorAll("script, form, header, footer, iframe"));
                Assert.NotEmpty(answer.Html.QuerySelectorAll(".embed-list li"));
                Assert.All(answer.Html.QuerySelectorAll("a"),
                    a => Assert.Equal(("_blank", "noopener"), (a.GetAttribute("target"), a.GetAttribute("rel"))));
                Assert.NotNull(answer.Html.QuerySelector("meta[name=robots][content=noindex]"));
                // In a sandboxed frame of an isolated page a style without this header would not be loaded.
                var style = answer.Html.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
                Assert.Equal("cross-origin", (await app.AsVisitor().GetAsync(style)).Header("Cross-Origin-Resource-Policy"));
            }
        foreach (var path in new[] { "/", "/films/return-to-homs", $"/screenings/{screening.Slug}" })
            Assert.Contains("frame-ancestors 'none'", (await app.AsVisitor().GetAsync(path)).Header("Content-Security-Policy"),
                StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task It_shows_what_comes_and_leads_to_the_rest(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(when: "2014-06-27 20:30");
        await app.Programme.AddScreening("A draft", published: false);
        for (var day = 1; day <= 21; day++)
            await app.Programme.AddScreening(when: $"2026-07-{day:00} 20:30", and: day == 2 ? s => s.Cancel(null) : null);
        await app.Programme.AddScreening("Silvered Water", at: "Vue", when: "2026-08-01 20:30");
        var film = await app.AsVisitor().GetAsync("/ar/embed/films/return-to-homs");
        Assert.Equal(20, film.Html.QuerySelectorAll(".embed-list li").Length);
        Assert.Equal(["/ar/films/return-to-homs", "/ar/films/return-to-homs"],
            film.Html.QuerySelectorAll("h1 a, .onward a").Select(a => a.GetAttribute("href")));
        Assert.Single(film.Html.QuerySelectorAll(".is-off .mark-cancelled"));
        var some = await app.AsVisitor().GetAsync("/embed/screenings?venue=vue");
        Assert.Equal(["Silvered Water"], some.Texts(".embed-list .title a"));
        Assert.Equal("/screenings?venue=vue", some.Html.QuerySelector(".onward a")!.GetAttribute("href"));
        Assert.Equal(
            (404, 404, 400),
            ((await app.AsVisitor().GetAsync("/embed/films/nothing")).Status, (await app.AsVisitor().GetAsync("/embed/people/x")).Status,
                (await app.AsVisitor().GetAsync("/embed/screenings?colour=red")).Status));
    }

    [Fact]
    public async Task What_cannot_be_shown_in_a_frame_says_so_there_and_leads_out_of_it()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        foreach (var (path, status) in new[]
            { ("/embed/films/gone", 404), ("/embed/screenings?colour=red", 400), ("/ar/embed/venues/x", 404) })
        {
            var answer = await app.AsVisitor().GetAsync(path);
            Assert.Equal(status, answer.Status);
            Assert.Empty(answer.Html.QuerySelectorAll("script, form, header, footer"));
            Assert.NotNull(answer.Text("h1"));
            var link = Assert.Single(answer.Html.QuerySelectorAll("a"));
            Assert.Equal((path.StartsWith("/ar", StringComparison.Ordinal) ? "/ar/screenings" : "/screenings", "_blank", "noopener"),
                (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")));
            Assert.Contains("frame-ancestors *;", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    [Theory, OnEachDatabase]
    public async Task It_costs_two_statements_however_much_there_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        Assert.Equal(
            (2, 1), (await app.StatementsOfAsync("/embed/films/return-to-homs"), await app.StatementsOfAsync("/embed/screenings")));
        await app.Programme.AddScreening(at: "Vue");
        await app.Programme.AddScreening(at: "Tate");
        Assert.Equal(
            (2, 1), (await app.StatementsOfAsync("/embed/films/return-to-homs"), await app.StatementsOfAsync("/embed/screenings")));
    }
}
