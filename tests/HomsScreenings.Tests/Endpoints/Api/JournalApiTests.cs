using System.Text.Json.Nodes;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Endpoints.Api;

/// <summary>The journal as other programs read it.</summary>
public sealed class JournalApiTests
{
    const string List = "/api/v1/journal";

    static async Task<JsonNode> ReadAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().GetAsync(path);
        Assert.Equal((path, 200, "*"), (path, answer.Status, answer.Header("Access-Control-Allow-Origin")));
        return JsonNode.Parse(answer.Body)!;
    }

    static async Task<string> SlugsAsync(ScreeningsApp app, string query) =>
        string.Join(' ', (await ReadAsync(app, List + query))["items"]!.AsArray().Select(i => (string?)i!["slug"]));

    static async Task AddReviewAsync(ScreeningsApp app)
    {
        var (film, author, organisation) = (await app.Programme.AddFilm("Return to Homs"), await app.Programme.AddPerson("Samar Yazbek"),
            await app.Programme.AddOrganisation("Film Center"));
        await app.Programme.AddEntry("A city sings", EntryKind.Review, and: e =>
        {
            (e.Standfirst, e.Body, e.AuthorId, e.AuthorNote) = ("What remains.", "It *begins*.", author, "writer");
            (e.OrganisationId, e.Rating, e.RatingScale) = (organisation, 4, RatingScale.FiveStars);
            e.SetTags(["Syria"]);
            e.SetSubjects([new EntrySubject { FilmId = film }]);
            e.SetTranslations([new JournalEntryTranslation { Language = "ar", Title = "مدينة تغنّي", Body = "تبدأ." }]);
        });
    }

    [Theory, OnEachDatabase]
    public async Task An_entry_is_told_with_its_author_origin_rating_and_text(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        await app.Programme.AddEntry("Elsewhere", EntryKind.News, and: e =>
            (e.Publication, e.Issue, e.AppearedOn, e.OriginalUrl, e.Byline) =
                ("The Paper", "12", new LocalDate(2014, 7, 1), "https://example.org/whole", "Ann"));
        var review = await ReadAsync(app, $"{List}/a-city-sings");
        Assert.Equal(("review", "A city sings", "en", "What remains.", "Samar Yazbek", "writer", "2026-06-01T12:00:00Z"),
            ((string?)review["kind"], (string?)review["title"], (string?)review["titleLanguage"], (string?)review["standfirst"],
                (string?)review["authorName"], (string?)review["authorNote"], (string?)review["publishedAt"]));
        Assert.Equal("""{"slug":"samar-yazbek","name":"Samar Yazbek","url":"https://screenings.test/people/samar-yazbek"}""",
            review["author"]!.ToJsonString());
        Assert.Equal(("""{"value":4,"best":5}""", """["Syria"]""", "Film Center", "It *begins*.", "en"), (review["rating"]!.ToJsonString(),
            review["tags"]!.ToJsonString(), (string?)review["organisation"]!["name"], (string?)review["details"]!["body"],
            (string?)review["details"]!["bodyLanguage"]));
        Assert.Equal("""
            [{"kind":"films","slug":"return-to-homs","name":"Return to Homs","url":"https://screenings.test/films/return-to-homs"}]
            """, review["details"]!["about"]!.ToJsonString());
        Assert.Equal("https://screenings.test/journal/a-city-sings/share.jpg", (string?)review["imageUrl"]);
        var news = await ReadAsync(app, $"{List}/elsewhere");
        Assert.Equal("""{"publication":"The Paper","issue":"12","date":"2014-07-01","url":"https://example.org/whole"}""",
            news["origin"]!.ToJsonString());
        Assert.Equal(("Ann", null, null), ((string?)news["authorName"], news["author"], news["rating"]));
        var arabic = await ReadAsync(app, $"/ar{List}/a-city-sings");
        Assert.Equal(("مدينة تغنّي", "ar", "تبدأ.", "en"), ((string?)arabic["title"], (string?)arabic["titleLanguage"],
            (string?)arabic["details"]!["body"], (string?)arabic["standfirstLanguage"]));
        review["details"] = null;
        Assert.True(JsonNode.DeepEquals(review, (await ReadAsync(app, $"{List}?kind=review"))["items"]![0]));
    }

    [Theory, OnEachDatabase]
    public async Task Only_what_is_published_is_there_narrowed_as_on_the_pages(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        app.Clock.Pass(Duration.FromHours(1));
        await app.Programme.AddEntry("News", EntryKind.News, and: e => e.AppearedOn = new LocalDate(2014, 7, 1));
        await app.Programme.AddEntry("Draft", published: false);
        await app.Programme.AddEntry("Soon", published: false, and: e => e.Schedule(app.Clock.Now + Duration.FromDays(1), app.Clock.Now));
        await app.Programme.AddEntry("Withdrawn", and: e => e.Withdraw("Wrong."));
        Assert.Equal("news a-city-sings", await SlugsAsync(app, ""));
        foreach (var filter in new[] { "kind=review", "film=return-to-homs", "author=samar-yazbek", "organisation=film-center", "tag=syria",
            "language=ar", "year=2026", "q=begnis", "q=تغني" })
            Assert.Equal((filter, "a-city-sings"), (filter, await SlugsAsync(app, $"?{filter}")));
        Assert.Equal("news", await SlugsAsync(app, "?year=2010s"));
        foreach (var hidden in new[] { "draft", "soon", "withdrawn", "nothing" })
            Assert.Equal((hidden, 404), (hidden, (await app.AsVisitor().GetAsync($"{List}/{hidden}")).Status));
        foreach (var wrong in new[] { "kind=poem", "film=NO+slug", "limit=0", "cursor=x", "year=x" })
            Assert.Equal((wrong, 400, "application/problem+json"), (wrong, (await app.AsVisitor().GetAsync($"{List}?{wrong}")).Status,
                (await app.AsVisitor().GetAsync($"{List}?{wrong}")).Header("Content-Type")));
        await app.InDbAsync(async db =>
        {
            (await db.Journal.SingleAsync(e => e.Slug == "news")).Slug = "other-news";
            await db.SaveChangesAsync();
        });
        var moved = await app.AsVisitor().GetAsync($"{List}/news");
        Assert.Equal((301, $"{List}/other-news"), (moved.Status, moved.Location));
    }

    [Theory, OnEachDatabase]
    public async Task Reading_on_meets_each_once_while_others_come_and_go(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        for (var i = 1; i <= 5; i++)
        {
            await app.Programme.AddEntry($"Entry {i}", EntryKind.News);
            if (i != 2) app.Clock.Pass(Duration.FromMinutes(1)); // two at one moment
        }
        var (seen, next) = (new List<string>(), (string?)$"{List}?kind=news&limit=2");
        while (next is not null)
        {
            var page = await ReadAsync(app, next);
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["slug"]!));
            next = ((string?)page["next"])?.Replace("https://screenings.test", "", StringComparison.Ordinal);
            await app.Programme.AddEntry($"Later {seen.Count}", EntryKind.News);
            await app.InDbAsync(async db =>
            {
                var last = seen[^1];
                (await db.Journal.SingleAsync(e => e.Slug == last)).Withdraw(null);
                await db.SaveChangesAsync();
            });
        }
        Assert.Equal(["entry-5", "entry-4", "entry-3", "entry-2", "entry-1"], seen);
    }

    [Theory, OnEachDatabase]
    public async Task The_list_costs_two_statements_however_long_it_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AddReviewAsync(app);
        Assert.Equal(2, await app.StatementsOfAsync(List));
        for (var i = 1; i <= 3; i++) await app.Programme.AddEntry($"Entry {i}", and: e => e.SetTags(["Syria", "Homs"]));
        Assert.Equal(2, await app.StatementsOfAsync(List));
    }
}
