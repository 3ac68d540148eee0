using HomsScreenings.Web.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Caching;

/// <summary>What is the same question, however it is asked, has one answer in memory that was made once.</summary>
public sealed class CacheKeyTests
{
    [Theory, OnEachDatabase]
    public async Task A_thousand_links_that_tell_where_a_reader_came_from_are_one_answer_made_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        var memory = app.Services.GetRequiredService<ResponseMemory>();
        var first = await app.AsVisitor().GetAsync("/screenings?fbclid=first");
        var (count, bytes) = (memory.Count, memory.Bytes);
        app.Statements.Reset();
        await Parallel.ForAsync(0, 1_000, async (i, _) =>
        {
            var again = await app.AsVisitor().GetAsync($"/screenings?fbclid={i}{new string('!', 500)}&utm_source={i}");
            Assert.Equal(first.Header("ETag"), again.Header("ETag"));
        });
        Assert.Empty(app.Statements.Statements);
        Assert.Equal((count, bytes), (memory.Count, memory.Bytes));
    }

    [Theory, OnEachDatabase]
    public async Task Order_repetition_and_the_way_of_writing_make_no_difference(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        string[][] same =
        [
            [
                "/screenings?city=London&free=true&film=return-to-homs",
                "/screenings?film=return-to-homs&free=true&film=return-to-homs&city=%4Condon&q=&from=",
                "/screenings?view=list&page=1&free=true&past=false&city=London&film=return-to-homs",
            ],
            ["/screenings?view=month&month=2026-06", "/screenings?month=2026-06&gclid=x&view=month"],
            ["/films", "/films?page=1", "/films?page=&q=", "/films?showing=false&letter="],
            ["/films?kind=fiction&country=de&letter=d", "/films?letter=D&country=DE&kind=Fiction&kind=fiction&fbclid=1"],
            ["/people?role=director", "/people?role=Director&q="],
            ["/venues?access=step-free&view=map", "/venues?view=map&page=1&access=step-free"],
            ["/films/return-to-homs", "/films/return-to-homs?page=2&mc_cid=7"],
            ["/calendar.ics?country=gb&past=true", "/calendar.ics?past=true&country=GB&past=true"],
            ["/feed.atom", "/feed.atom?utm_medium=mail"],
            ["/embed/screenings?language=AR", "/embed/screenings?language=ar"],
            ["/sitemap.xml", "/sitemap.xml?x=1"],
            ["/api/v1/films?limit=50", "/api/v1/films?past=false&cursor="],
            [
                "/oembed?url=https://screenings.test/films/return-to-homs",
                "/oembed?format=json&maxwidth=5000&url=https%3A%2F%2Fscreenings.test%2Ffilms%2Freturn-to-homs%3Ffbclid%3D1",
            ],
        ];
        foreach (var ways in same)
        {
            var first = await app.AsVisitor().GetAsync(ways[0]);
            Assert.Equal((ways[0], 200), (ways[0], first.Status));
            app.Statements.Reset();
            foreach (var way in ways)
            {
                var again = await app.AsVisitor().GetAsync(way);
                Assert.Equal((way, first.Header("ETag")), (way, again.Header("ETag")));
            }
            Assert.Empty(app.Statements.Statements);
        }
    }

    static readonly string[] Contradictions =
    [
        "past=true&past=false", "past=false&past=true", "q=homs&q=water",
        "from=2026-06-01&from=2026-06-02", "near=Leeds&near=York", "near=Leeds&within=5&within=6",
    ];

    [Theory, OnEachDatabase]
    public async Task What_is_asked_differently_is_answered_differently_whoever_asked_before(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Return to Homs", "2026-06-20 19:00", "ICA");
        await app.Programme.AddScreening("Silvered Water", "2026-05-20 19:00", "ICA");
        var tags = new HashSet<string?>();
        string[] different =
        [
            "/screenings", "/screenings?past=true", "/screenings?to=2026-06-02",
            "/screenings?view=month", "/screenings?view=month&month=2026-05", "/ar/screenings",
        ];
        foreach (var path in different)
            Assert.True(tags.Add((await app.AsVisitor().GetAsync(path)).Header("ETag")), path);

        // Of two values neither is the one that was meant.
        foreach (var path in new[] { "/screenings", "/calendar.ics", "/api/v1/screenings", "/embed/screenings", "/subscribe" })
            foreach (var query in Contradictions)
                Assert.Equal((path, query, 400), (path, query, (await app.AsVisitor().GetAsync($"{path}?{query}")).Status));
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_of_who_asked_first_is_in_the_answer_for_all(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        string[] paths = ["/", "/screenings", "/films", "/films/return-to-homs",
            "/venues/ica", "/calendar.ics", "/feed.atom", "/api/v1/screenings"];
        foreach (var path in paths)
        {
            var first = await app.AsVisitor().GetAsync($"{path}?utm_campaign=whereicamefrom");
            Assert.Equal((path, 200), (path, first.Status));
            Assert.DoesNotContain("whereicamefrom", first.Body, StringComparison.Ordinal);
        }
    }
}
