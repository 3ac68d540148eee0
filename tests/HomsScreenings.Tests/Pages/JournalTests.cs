using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Area = HomsScreenings.Records.Area;

namespace HomsScreenings.Tests.Pages;

/// <summary>The journal as the public reads it.</summary>
public sealed class JournalTests
{
    static async Task<int> AddReviewAsync(ScreeningsApp app, Action<JournalEntry>? and = null)
    {
        var (film, author, organisation) = (await app.Programme.AddFilm("Return to Homs"), await app.Programme.AddPerson("Samar Yazbek"),
            await app.Programme.AddOrganisation("Film Center"));
        return await app.Programme.AddEntry("A city sings", EntryKind.Review, and: e =>
        {
            (e.Standfirst, e.Body) = ("What remains of a chorus.", "It *begins* with a song.\n\n![](1)\n\nThen the streets empty.");
            (e.AuthorId, e.AuthorNote, e.OrganisationId) = (author, "writer", organisation);
            (e.Rating, e.RatingScale) = (4, RatingScale.FiveStars);
            e.SetTags(["Syria", "War & song"]);
            e.SetSubjects([new EntrySubject { FilmId = film }]);
            e.SetTranslations([new JournalEntryTranslation { Language = "ar", Title = "مدينة تغنّي", Body = "تبدأ بأغنية." }]);
            and?.Invoke(e);
        });
    }

    [Theory, OnEachDatabase]
    public async Task The_list_has_the_newest_first_and_nothing_that_is_not_published(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal("Nothing is written yet. The programme has what is announced.",
            (await app.AsVisitor().GetAsync("/journal")).Text(".empty"));
        await AddReviewAsync(app);
        app.Clock.Pass(Duration.FromHours(1));
        await app.Programme.AddEntry("Elsewhere", and: e => (e.Publication, e.Issue, e.AppearedOn, e.OriginalUrl, e.Byline) =
            ("Socialist Worker", "2293", new LocalDate(2012, 3, 10), "https://example.org/a", "Simon"));
        await app.Programme.AddEntry("Draft", published: false);
        await app.Programme.AddEntry("Soon", published: false, and: e => e.Schedule(app.Clock.Now + Duration.FromDays(1), app.Clock.Now));
        await app.Programme.AddEntry("Gone", and: e => e.Withdraw(null));
        var page = await app.AsVisitor().GetAsync("/journal");
        Assert.Equal(["Elsewhere", "A city sings"], page.Texts(".entry-line h3"));
        Assert.Equal(["Article, Socialist Worker, no. 2293, 10 March 2012", "Review, 1 June 2026"], page.Texts(".entry-line .kicker"));
        Assert.Equal(["By Simon", "By Samar Yazbek, Film Center, 4 stars out of 5"], page.Texts(".entry-line .by"));
        Assert.Equal("2 entries", page.Text(".count"));
        foreach (var hidden in new[] { "draft", "soon" })
            Assert.Equal((hidden, 404), (hidden, (await app.AsVisitor().GetAsync($"/journal/{hidden}")).Status));
    }

    [Theory, OnEachDatabase]
    public async Task An_entry_says_by_whom_what_about_and_where_to_see_that_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        await app.InDbAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync();
            organisation.Disclaimer = "The views are those of the author.";
            await db.SaveChangesAsync();
        });
        await app.Programme.AddScreening();
        await app.Programme.AddScreening("Another film");
        var page = await app.AsVisitor().GetAsync("/journal/a-city-sings");
        Assert.Equal("A city sings", page.Text("h1"));
        Assert.Equal(["By Samar Yazbek, writer", "Published by Film Center"], page.Texts(".entry .by"));
        Assert.Equal("4 stars out of 5", page.Text(".rating .visually-hidden"));
        Assert.Equal(["It begins with a song.", "Then the streets empty."], page.Texts(".entry .prose p"));
        Assert.Equal("The views are those of the author.", page.Text(".disclaimer"));
        Assert.Equal(["/films/return-to-homs"], page.Links("section[aria-labelledby=about] a"));
        Assert.Equal(["Return to Homs"], page.Texts("section[aria-labelledby=next] .title bdi"));
        Assert.Equal(["/journal?tag=Syria", "/journal?tag=War%20%26%20song"], page.Links(".entry .chips a"));
        var arabic = await app.AsVisitor().GetAsync("/ar/journal/a-city-sings");
        Assert.Equal(("مدينة تغنّي", "تبدأ بأغنية."), (arabic.Text("h1"), arabic.Text(".entry .prose p")));
        Assert.Equal("en", arabic.Html.QuerySelector(".entry .lead bdi")!.GetAttribute("lang"));
    }

    [Theory, OnEachDatabase]
    public async Task Machines_are_told_what_it_is_of_what_and_where_all_of_it_stands(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        await app.Programme.AddEntry("Elsewhere", EntryKind.News, and: e =>
            (e.Publication, e.OriginalUrl, e.Byline) = ("The Paper", "https://example.org/whole", "Ann"));
        var review = DataOf(await app.AsVisitor().GetAsync("/journal/a-city-sings"));
        Assert.Equal(("Review", "Movie", "Return to Homs", 4, 5), (review.GetProperty("@type").GetString(),
            review.GetProperty("itemReviewed").GetProperty("@type").GetString(),
            review.GetProperty("itemReviewed").GetProperty("name").GetString(),
            review.GetProperty("reviewRating").GetProperty("ratingValue").GetInt32(),
            review.GetProperty("reviewRating").GetProperty("bestRating").GetInt32()));
        var page = await app.AsVisitor().GetAsync("/journal/elsewhere");
        var news = DataOf(page);
        Assert.Equal(("NewsArticle", "https://example.org/whole", "The Paper"), (news.GetProperty("@type").GetString(),
            news.GetProperty("url").GetString(), news.GetProperty("publisher").GetProperty("name").GetString()));
        Assert.Equal("https://example.org/whole", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["https://example.org/whole"], page.Links(".origin a"));
        var map = (await app.AsVisitor().GetAsync("/sitemap.xml")).Body;
        Assert.Contains("/journal/a-city-sings", map, StringComparison.Ordinal);

        static JsonElement DataOf(Answer page) =>
            JsonDocument.Parse(page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
    }

    [Theory, OnEachDatabase]
    public async Task Machines_are_told_all_that_search_engines_ask_for(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        const string site = ScreeningsApp.BaseUrl, at = "2026-06-01T12:00:00Z";
        var review = JsonNode.Parse($$"""
            {
              "@context": "https://schema.org", "@type": "Review", "@id": "{{site}}/journal/a-city-sings",
              "headline": "A city sings", "name": "A city sings", "description": "What remains of a chorus.",
              "image": "{{site}}/journal/a-city-sings/share.jpg", "inLanguage": "en", "datePublished": "{{at}}", "dateModified": "{{at}}",
              "author": {
                "@type": "Person", "@id": "{{site}}/people/samar-yazbek", "name": "Samar Yazbek", "url": "{{site}}/people/samar-yazbek"
              },
              "publisher": {
                "@type": "Organization", "@id": "{{site}}/organisations/film-center", "name": "Film Center",
                "url": "{{site}}/organisations/film-center"
              },
              "keywords": ["Syria", "War & song"],
              "url": "{{site}}/journal/a-city-sings", "mainEntityOfPage": "{{site}}/journal/a-city-sings",
              "itemReviewed": {
                "@type": "Movie", "@id": "{{site}}/films/return-to-homs", "name": "Return to Homs",
                "url": "{{site}}/films/return-to-homs", "image": "{{site}}/films/return-to-homs/share.jpg"
              },
              "reviewRating": { "@type": "Rating", "ratingValue": 4, "worstRating": 0, "bestRating": 5 }
            }
            """)!;
        Assert.Equal(review.ToJsonString(), JsonNode.Parse(await BlockAsync("/journal/a-city-sings"))!.ToJsonString());
        Assert.Equal("ar", (string?)JsonNode.Parse(await BlockAsync("/ar/journal/a-city-sings"))!["inLanguage"]);

        await app.Programme.AddEntry("Of nothing", EntryKind.Review, and: e => e.Rating = 3);
        var title = new string('x', 60) + " " + new string('y', 60);
        await app.Programme.AddEntry(title, EntryKind.News, and: e => e.Correct("The wrong day.", app.Clock.Now + Duration.FromHours(2)));
        var unreviewed = JsonNode.Parse(await BlockAsync("/journal/of-nothing"))!;
        Assert.Equal(("Article", null, null, "Homs Screenings", "Homs Screenings"),
            ((string?)unreviewed["@type"], unreviewed["itemReviewed"], unreviewed["reviewRating"],
                (string?)unreviewed["author"]!["name"], (string?)unreviewed["publisher"]!["name"]));
        var slug = await app.InDbAsync(db => db.Journal.Where(e => e.Title == title).Select(e => e.Slug).SingleAsync());
        var news = JsonNode.Parse(await BlockAsync($"/journal/{slug}"))!;
        Assert.Equal(("NewsArticle", title, "2026-06-01T14:00:00Z"),
            ((string?)news["@type"], (string?)news["name"], (string?)news["dateModified"]));
        Assert.InRange(((string?)news["headline"])!.Length, 61, 110);

        async Task<string> BlockAsync(string path) =>
            (await app.AsVisitor().GetAsync(path)).Html.QuerySelector("script[type='application/ld+json']")!.TextContent;
    }

    [Theory, OnEachDatabase]
    public async Task A_shared_link_is_an_article_whose_picture_says_its_title_author_kind_and_day(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        await app.Programme.AddEntry("Unsigned", EntryKind.News);
        foreach (var (path, says) in new[]
        {
            ("/journal/a-city-sings", "A city sings · By Samar Yazbek · Review, 1 June 2026"),
            ("/ar/journal/a-city-sings", "مدينة تغنّي، بقلم \u2068Samar Yazbek\u2069، مراجعة، ١ حزيران ٢٠٢٦"),
            ("/journal/unsigned", "Unsigned · News, 1 June 2026"),
        })
        {
            var page = await app.AsVisitor().GetAsync(path);
            Assert.Equal((path, "article", InstantPattern.General.Format(app.Clock.Now), $"{ScreeningsApp.BaseUrl}{path}/share.jpg", says),
                (path, Property("og:type"), Property("article:published_time"), Property("og:image"), Property("og:image:alt")));
            string? Property(string name) => page.Html.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");
        }
        Assert.Equal("website",
            (await app.AsVisitor().GetAsync("/journal")).Html.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
    }

    [Theory, OnEachDatabase]
    public async Task It_is_found_by_its_words_with_a_slip_in_both_languages_and_narrowed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        await app.Programme.AddEntry("Other", EntryKind.News, and: e => e.AppearedOn = new LocalDate(2014, 7, 1));
        foreach (var query in new[] { "q=chorus", "q=chorsu", "q=streets+empty", "q=yazbek", "q=homs", "q=أغنية", "kind=review",
            "film=return-to-homs", "author=samar-yazbek", "organisation=film-center", "tag=war+%26+SONG", "language=ar", "year=2026" })
            Assert.Equal((query, "A city sings"),
                (query, string.Join('|', (await app.AsVisitor().GetAsync($"/journal?{query}")).Texts(".entry-line h3"))));
        Assert.Equal(["Other"], (await app.AsVisitor().GetAsync("/journal?year=2014")).Texts(".entry-line h3"));
        var by = await app.AsVisitor().GetAsync("/journal?author=samar-yazbek");
        Assert.Equal(("Samar Yazbek: Journal · Homs Screenings", "Samar Yazbek"), (by.Text("title"), by.Text(".asked")));
        foreach (var wrong in new[] { "kind=poem", "film=NO+slug", "year=x", "page=0" })
            Assert.Equal((wrong, 400), (wrong, (await app.AsVisitor().GetAsync($"/journal?{wrong}")).Status));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/journal?page=2")).Status);
        Assert.Equal("No entries match.", (await app.AsVisitor().GetAsync("/journal?film=nothing")).Text(".empty p"));
    }

    [Theory, OnEachDatabase]
    public async Task It_stands_on_the_pages_of_what_it_is_about_of_whom_it_is_by_and_on_the_first_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(series: "Tour");
        await AddReviewAsync(app, e => e.SetSubjects([e.Subjects[0], new EntrySubject { SeriesId = screening.SeriesId },
            new EntrySubject { VenueId = screening.VenueId }, new EntrySubject { ScreeningId = screening.Id }]));
        foreach (var (path, heading) in new[] { ("/", "From the journal"), ("/films/return-to-homs", "Written about it"),
            ("/series/tour", "Written about it"),
            ("/venues/ica", "Written about it"), ($"/screenings/{screening.Slug}", "Written about it"),
            ("/people/samar-yazbek", "From the journal"), ("/organisations/film-center", "From the journal") })
        {
            var page = await app.AsVisitor().GetAsync(path);
            Assert.Equal((path, heading, "A city sings"), (path, page.Text("#written"), page.Text("section[aria-labelledby=written] h3")));
        }
        await app.Programme.AddFilm("Another");
        Assert.Null((await app.AsVisitor().GetAsync("/films/another")).Text("#written"));
        // What it was about may go; what was written stays.
        await app.InDbAsync(async db => await db.Set<EntrySubject>().Where(s => s.FilmId != null).ExecuteDeleteAsync());
        await app.RaiseAsync(Area.Programme);
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/journal/a-city-sings")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task The_feed_has_its_entries_with_their_authors_for_each_filter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        await app.Programme.AddEntry("Other", EntryKind.News);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var all = await app.AsVisitor().GetAsync("/journal.atom");
        Assert.Equal(("application/atom+xml; charset=utf-8", 2), (all.Header("Content-Type"),
            XDocument.Parse(all.Body).Descendants(atom + "entry").Count()));
        var feed = XDocument.Parse((await app.AsVisitor().GetAsync("/journal.atom?film=return-to-homs")).Body).Root!;
        var entry = feed.Elements(atom + "entry").Single();
        Assert.Equal(("A city sings", "Samar Yazbek", "review", $"{ScreeningsApp.BaseUrl}/journal/a-city-sings"), (
            entry.Element(atom + "title")!.Value,
            entry.Element(atom + "author")!.Element(atom + "name")!.Value, entry.Element(atom + "category")!.Attribute("term")!.Value,
            entry.Element(atom + "link")!.Attribute("href")!.Value));
        Assert.Equal($"{ScreeningsApp.BaseUrl}/journal.atom?film=return-to-homs", feed.Element(atom + "id")!.Value);
        Assert.Equal("Homs Screenings: Return to Homs: Journal", feed.Element(atom + "title")!.Value);
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/journal.atom?kind=poem")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_withdrawn_says_so_and_why_and_is_nowhere_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app, e => e.Withdraw("It named somebody who is at risk."));
        var page = await app.AsVisitor().GetAsync("/journal/a-city-sings");
        Assert.Equal((410, "Withdrawn"), (page.Status, page.Text("h1")));
        Assert.Contains("It named somebody who is at risk.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("song", page.Body, StringComparison.Ordinal);
        foreach (var path in new[] { "/journal", "/journal.atom", "/films/return-to-homs", "/sitemap.xml", "/journal?q=chorus" })
            Assert.DoesNotContain("city-sings", (await app.AsVisitor().GetAsync(path)).Body, StringComparison.Ordinal);
    }
}
