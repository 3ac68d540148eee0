using System.Text.Json;
using HomsScreenings.Model;

namespace HomsScreenings.Tests.Endpoints;

/// <summary>What is the same question has one answer and one name, wherever it is asked and however it is spelt.</summary>
public sealed class OneQuestionTests
{
    static async Task<ScreeningsApp> StartAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Return to Homs", and: f => (f.OriginalTitle, f.OriginalTitleLanguage) = ("العودة إلى حمص", "ar"));
        await app.Programme.AddVenue("Hyde Park", "Leeds");
        await app.Programme.AddScreening(at: "Hyde Park", series: "UK tour");
        await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddEntry("An entry");
        return app;
    }

    [Theory, OnEachDatabase]
    public async Task What_is_followed_is_called_what_its_records_are_called(Database database)
    {
        await using var app = await StartAsync(database);
        var visitor = app.AsVisitor();
        Assert.Contains("\r\nNAME:Homs Screenings: Return to Homs\r\n",
            (await visitor.GetAsync("/calendar.ics?film=return-to-homs")).Body, StringComparison.Ordinal);
        Assert.Contains("<title>Homs Screenings: UK tour</title>",
            (await visitor.GetAsync("/feed.atom?series=uk-tour")).Body, StringComparison.Ordinal);
        Assert.Contains("العودة إلى حمص",
            (await visitor.GetAsync("/ar/feed.atom?film=return-to-homs")).Body.Split("<entry>")[0], StringComparison.Ordinal);
        Assert.Equal("Leeds: Programme · Homs Screenings", (await visitor.GetAsync("/embed/screenings?city=Leeds")).Text("title"));
        foreach (var (address, title) in new[] { ("/screenings?city=Leeds", "Leeds: Programme"), ("/screenings", "Programme"), ("/people", "People"),
            ("/journal", "Journal"), ("/journal/an-entry", "An entry") })
        {
            var answer = await visitor.GetAsync($"/oembed?url={Uri.EscapeDataString(ScreeningsApp.BaseUrl + address)}");
            Assert.Equal((address, title), (address, JsonDocument.Parse(answer.Body).RootElement.GetProperty("title").GetString()));
        }
        var arabic = await visitor.GetAsync($"/oembed?url={Uri.EscapeDataString(ScreeningsApp.BaseUrl + "/ar/films")}");
        Assert.Equal("عروض حمص", JsonDocument.Parse(arabic.Body).RootElement.GetProperty("provider_name").GetString());
    }

    [Theory, OnEachDatabase]
    public async Task Whatever_a_page_names_in_its_head_is_there(Database database)
    {
        await using var app = await StartAsync(database);
        foreach (var path in new[] { "/", "/screenings", "/screenings?city=Leeds", "/films", "/films/return-to-homs", "/people", "/people/talal-derki",
            "/venues", "/series", "/series/uk-tour", "/journal", "/journal/an-entry", "/archive", "/subscribe?film=return-to-homs", "/ar/people", "/ar/journal" })
            foreach (var link in (await app.AsVisitor().GetAsync(path)).Links("head link[href]"))
            {
                var address = link.Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal);
                Assert.Equal((path, address, 200),
                    (path, address, (await app.AsVisitor().GetAsync(address.Length == 0 ? "/" : address)).Status));
            }
    }

    [Theory, OnEachDatabase]
    public async Task A_city_is_the_same_however_it_is_spelt(Database database)
    {
        await using var app = await StartAsync(database);
        var visitor = app.AsVisitor();
        foreach (var path in new[] { "/calendar.ics", "/feed.atom", "/subscribe", "/embed/screenings", "/screenings" })
            Assert.Equal((path, await BodyAsync($"{path}?city=Leeds")), (path, await BodyAsync($"{path}?city=leeds")));

        async Task<string> BodyAsync(string path) => (await visitor.GetAsync(path)).Body;
    }

    [Theory, OnEachDatabase]
    public async Task Numbers_beyond_what_there_is_are_no_mistakes_of_form_and_nought_has_no_sign(Database database)
    {
        await using var app = await StartAsync(database);
        var visitor = app.AsVisitor();
        foreach (var path in new[] { "/screenings?page=100001", "/films?page=99999999999", "/feed.atom?page=500", "/journal.atom?page=2", "/archive?page=2" })
            Assert.Equal((path, path.StartsWith("/archive", StringComparison.Ordinal) ? 200 : 404),
                (path, (await visitor.GetAsync(path)).Status));
        Assert.Equal(200, (await visitor.GetAsync("/screenings?page=1&page=1")).Status);
        Assert.Equal(200, (await visitor.GetAsync("/screenings?view=month&month=٢٠٢٦-٠٦")).Status);
        Assert.Equal("Within 25 km of 51.48, 0: Programme · Homs Screenings",
            (await visitor.GetAsync("/screenings?near=51.48,-0.002")).Text("title"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_refused_is_told_in_a_few_sentences_and_kept_by_nobody(Database database)
    {
        await using var app = await StartAsync(database);
        var many = string.Join('&', Enumerable.Range(0, 500).Select(i => $"k{i}=1"));
        var told = (await app.AsVisitor().GetAsync($"/calendar.ics?{many}")).Body.TrimEnd().Split('\n');
        Assert.Equal((11, "490 more like these."), (told.Length, told[^1]));
        foreach (var path in new[] { "/films/none.ics", "/calendar.ics?from=x", "/api/v1/films/none", "/oembed?url=x", "/films/none/share.jpg", "/films/none" })
        {
            var answer = await app.AsVisitor().GetAsync(path);
            Assert.True(answer.Status >= 400 && answer.Header("Cache-Control")!.Contains("no-store", StringComparison.Ordinal),
                $"{path}: {answer.Header("Cache-Control")}");
        }
        Assert.Equal(["Films"], (await app.AsVisitor().GetAsync("/films/")).Texts("nav [aria-current=page]"));
    }
}
