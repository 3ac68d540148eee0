using System.Xml.Linq;
using HomsScreenings.Model;
using HomsScreenings.Sitemaps;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Sitemaps;

public sealed class SitemapTests
{
    static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    static async Task<XElement> ReadAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().GetAsync(path);
        Assert.Equal((200, "application/xml; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        return XElement.Load(new MemoryStream(answer.Bytes));
    }

    static Dictionary<string, string?> Changes(XElement map) =>
        map.Elements(Sitemap + "url")
        .ToDictionary(u => ((string)u.Element(Sitemap + "loc")!).Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal),
            u => (string?)u.Element(Sitemap + "lastmod"));

    [Theory, OnEachDatabase]
    public async Task Every_public_page_is_in_it_with_the_time_of_its_last_change_and_every_one_opens(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddScreening(when: "2014-06-27", series: "UK tour", organisation: "Homs Campaign");
        app.Clock.Pass(Duration.FromHours(1));
        var coming = await app.Programme.AddScreening("Silvered Water", at: "Vue");
        app.Clock.Pass(Duration.FromHours(1));
        await app.Programme.AddScreening("A draft", at: null, published: false);
        await app.Programme.AddSeries("Not yet", published: false);
        var changes = Changes(await ReadAsync(app, "/sitemap.xml"));
        Assert.Equal(new Dictionary<string, string?>
        {
            ["/"] = "2026-06-01T13:00:00Z",
            ["/screenings"] = "2026-06-01T13:00:00Z",
            ["/films"] = "2026-06-01T14:00:00Z",
            ["/series"] = "2026-06-01T12:00:00Z",
            ["/venues"] = "2026-06-01T13:00:00Z",
            ["/subscribe"] = "2026-06-01T13:00:00Z",
            ["/archive"] = "2026-06-01T12:00:00Z",
            ["/archive/2014"] = "2026-06-01T12:00:00Z",
            ["/films/return-to-homs"] = "2026-06-01T12:00:00Z",
            ["/films/silvered-water"] = "2026-06-01T13:00:00Z",
            ["/films/a-draft"] = "2026-06-01T14:00:00Z",
            ["/series/uk-tour"] = "2026-06-01T12:00:00Z",
            ["/venues/ica"] = "2026-06-01T12:00:00Z",
            ["/venues/vue"] = "2026-06-01T13:00:00Z",
            ["/people"] = "2026-06-01T12:00:00Z",
            ["/people/talal-derki"] = "2026-06-01T12:00:00Z",
            ["/organisations/homs-campaign"] = "2026-06-01T12:00:00Z",
            ["/screenings/return-to-homs-ica"] = "2026-06-01T12:00:00Z",
            ["/screenings/silvered-water-vue"] = "2026-06-01T13:00:00Z",
        }.OrderBy(c => c.Key, StringComparer.Ordinal),
            changes.Where(c => !c.Key.StartsWith("/ar", StringComparison.Ordinal) || c.Key.StartsWith("/archive", StringComparison.Ordinal))
                .OrderBy(c => c.Key, StringComparer.Ordinal));
        Assert.Equal(38, changes.Count);
        foreach (var path in changes.Keys) Assert.Equal(200, (await app.AsVisitor().GetAsync(path)).Status);

        app.Clock.Pass(Duration.FromHours(1));
        await app.Programme.Change(coming, s => s.Cancel(null));
        var later = Changes(await ReadAsync(app, "/sitemap.xml")).Where(c => c.Value == "2026-06-01T15:00:00Z").Select(c => c.Key);
        Assert.Equal(["/", "/screenings", "/films", "/venues", "/subscribe", "/films/silvered-water", "/venues/vue", "/screenings/silvered-water-vue"],
            later.Where(p => !p.StartsWith("/ar", StringComparison.Ordinal)));
    }

    [Theory, OnEachDatabase]
    public async Task Every_page_that_shows_another_name_has_a_new_date(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (derki, organisation) = (await app.Programme.AddPerson("Talal Derki"), await app.Programme.AddOrganisation("Homs Campaign"));
        await app.Programme.AddScreening(when: "2014-06-27", series: "UK tour", organisation: "Homs Campaign");
        var talk = await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign", at: "Vue");
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).SetCredits([new Credit { Role = "Director", PersonId = derki }]);
            (await db.Series.SingleAsync()).Partners.Add(new Partner { OrganisationId = organisation });
            (await db.Screenings.SingleAsync(s => s.Id == talk.Id)).SetSpeakers([new Speaker { PersonId = derki }]);
            await db.SaveChangesAsync();
        });
        Func<ScreeningsDb, Task>[] changes =
        [
            async db => (await db.People.SingleAsync()).Name = "Another person",
            async db => (await db.Organisations.SingleAsync()).Name = "Another organisation",
            async db => (await db.Series.SingleAsync()).Title = "Another series",
            async db => (await db.Venues.OrderBy(v => v.Id).FirstAsync()).Name = "Another venue",
            async db => (await db.Films.SingleAsync()).Title = "Another film",
            async db => (await db.Screenings.SingleAsync(s => s.Id == talk.Id)).Cancel("The hall is flooded."),
        ];
        foreach (var change in changes)
        {
            app.Clock.Pass(Duration.FromHours(1));
            var before = await PagesAsync(app);
            await app.InDbAsync(async db =>
            {
                await change(db);
                await db.SaveChangesAsync();
            });
            var after = await PagesAsync(app);
            var others = before.Where(p => after[p.Key].Body != p.Value.Body).Select(p => p.Key).ToList();
            Assert.NotEmpty(others);
            Assert.DoesNotContain(others, path => after[path].ChangedAt == before[path].ChangedAt);
        }
    }

    static async Task<IReadOnlyDictionary<string, (string? ChangedAt, string Body)>> PagesAsync(ScreeningsApp app)
    {
        var pages = new Dictionary<string, (string?, string)>();
        foreach (var (path, changedAt) in Changes(await ReadAsync(app, "/sitemap.xml")))
            pages.Add(path, (changedAt, (await app.AsVisitor().GetAsync(path)).Html.QuerySelector("main")!.InnerHtml));
        return pages;
    }

    [Theory, OnEachDatabase]
    public async Task Each_language_of_a_page_names_all_of_them(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs");
        var urls = (await ReadAsync(app, "/sitemap.xml")).Elements(Sitemap + "url")
            .Where(u => ((string)u.Element(Sitemap + "loc")!).EndsWith("/films/return-to-homs", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, urls.Count);
        foreach (var url in urls)
            Assert.Equal(
                [("en", $"{ScreeningsApp.BaseUrl}/films/return-to-homs"), ("ar", $"{ScreeningsApp.BaseUrl}/ar/films/return-to-homs"),
                    ("x-default", $"{ScreeningsApp.BaseUrl}/films/return-to-homs")],
                url.Elements(Xhtml + "link").Select(l => ((string)l.Attribute("hreflang")!, (string)l.Attribute("href")!)));
        Assert.EndsWith($"\nSitemap: {ScreeningsApp.BaseUrl}/sitemap.xml\n",
            (await app.AsVisitor().GetAsync("/robots.txt")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/sitemap-1.xml")).Status);
    }

    [Fact]
    public async Task A_large_one_is_an_index_of_parts_that_have_each_page_once()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.InDbAsync(async db =>
        {
            for (var i = 0; i < 5_000; i++)
                db.People.Add(new HomsScreenings.Model.Person { Slug = $"person-{i}", Name = $"Person {i}" }).Entity.Publish();
            await db.SaveChangesAsync();
        });
        var index = await ReadAsync(app, "/sitemap.xml");
        Assert.Equal(Sitemap + "sitemapindex", index.Name);
        var parts = index.Elements(Sitemap + "sitemap").Select(s => (string)s.Element(Sitemap + "loc")!).ToList();
        Assert.Equal([$"{ScreeningsApp.BaseUrl}/sitemap-1.xml", $"{ScreeningsApp.BaseUrl}/sitemap-2.xml"], parts);
        var (first, second) = (Changes(await ReadAsync(app, "/sitemap-1.xml")), Changes(await ReadAsync(app, "/sitemap-2.xml")));
        Assert.Equal(SitemapWriter.MaxAddresses, first.Count);
        Assert.Equal(2 * 5_008, first.Keys.Union(second.Keys).Count());
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/sitemap-3.xml")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task It_costs_eight_statements(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        Assert.Equal(8, await app.StatementsOfAsync("/sitemap.xml"));
        await app.Programme.AddScreening(at: "Vue");
        await app.Programme.AddScreening(at: "Tate");
        Assert.Equal(8, await app.StatementsOfAsync("/sitemap.xml"));
    }
}
