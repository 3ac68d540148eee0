using System.Xml.Linq;
using HomsScreenings.Feeds;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Endpoints;

public sealed class NewsFeedsTests
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    static async Task<IReadOnlyList<XElement>> EntriesAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().GetAsync(path);
        Assert.Equal((200, "application/atom+xml; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        return [.. XElement.Load(new MemoryStream(answer.Bytes)).Elements(Atom + "entry")];
    }

    static IEnumerable<string> Titles(IEnumerable<XElement> entries) => entries.Select(e => (string)e.Element(Atom + "title")!);

    [Theory, OnEachDatabase]
    public async Task The_newest_change_comes_first_and_says_what_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var homs = await app.Programme.AddScreening("Return to Homs", when: "2026-06-27 20:30");
        app.Clock.Pass(Duration.FromMinutes(1));
        await app.Programme.AddScreening("Silvered Water", when: null);
        await app.Programme.AddScreening("A draft", published: false);
        Assert.Equal(["Silvered Water", "Return to Homs"], Titles(await EntriesAsync(app, "/feed.atom")));

        app.Clock.Pass(Duration.FromMinutes(1));
        await app.Programme.Change(homs, s => s.Cancel(null));
        Assert.Equal(["Cancelled: Return to Homs", "Silvered Water"], Titles(await EntriesAsync(app, "/feed.atom")));
        Assert.Equal(["Cancelled: Return to Homs"], Titles(await EntriesAsync(app, "/feed.atom?film=return-to-homs")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_over_is_no_news_unless_it_is_asked_for(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Return to Homs", when: "2014-06-27 20:30");
        Assert.Empty(await EntriesAsync(app, "/feed.atom"));
        Assert.Equal(["Return to Homs"], Titles(await EntriesAsync(app, "/feed.atom?past=true")));
    }

    [Fact]
    public async Task A_feed_has_at_most_a_hundred_entries_and_the_way_to_those_before_them()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var first = await app.Programme.AddScreening();
        await app.InDbAsync(async db =>
        {
            for (var i = 0; i < AtomWriter.MaxEntries; i++)
            {
                var another = new Screening
                {
                    Uid = Guid.NewGuid().ToString(),
                    Slug = $"another-{i}",
                    Title = $"Another {i}",
                    CreatedAt = app.Clock.Now
                };
                another.Publish(app.Clock.Now);
                db.Screenings.Add(another);
            }
            await db.SaveChangesAsync();
        });
        var entries = await EntriesAsync(app, "/feed.atom");
        Assert.Equal(AtomWriter.MaxEntries, entries.Count);
        Assert.DoesNotContain($"urn:uuid:{first.Uid}", entries.Select(e => (string)e.Element(Atom + "id")!));

        var next = await LinkAsync("/feed.atom?past=true", "next");
        Assert.Equal($"{ScreeningsApp.BaseUrl}/feed.atom?past=true&page=2", next);
        var older = next![ScreeningsApp.BaseUrl.Length..];
        Assert.Equal([$"urn:uuid:{first.Uid}"], (await EntriesAsync(app, older)).Select(e => (string)e.Element(Atom + "id")!));
        Assert.Equal((next, $"{ScreeningsApp.BaseUrl}/feed.atom?past=true", null),
            (await LinkAsync(older, "self"), await LinkAsync(older, "previous"), await LinkAsync(older, "next")));
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/feed.atom?page=none")).Status);

        async Task<string?> LinkAsync(string path, string relation) =>
            (string?)XElement.Load(new MemoryStream((await app.AsVisitor().GetAsync(path)).Bytes)).Elements(Atom + "link")
                .SingleOrDefault(l => (string?)l.Attribute("rel") == relation)?.Attribute("href");
    }
}
