using System.Text.Json.Nodes;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Endpoints.Api;

public sealed class ApiTests
{
    static async Task<JsonNode> ReadAsync(ScreeningsApp app, string path)
    {
        var answer = await app.AsVisitor().GetAsync(path);
        Assert.Equal((200, "application/json; charset=utf-8", "*"),
            (answer.Status, answer.Header("Content-Type"), answer.Header("Access-Control-Allow-Origin")));
        return JsonNode.Parse(answer.Body)!;
    }

    static async Task<IReadOnlyList<string>> SlugsAsync(ScreeningsApp app, string path) =>
        [.. (await ReadAsync(app, path))["items"]!.AsArray().Select(i => (string)i!["slug"]!)];

    [Theory, OnEachDatabase]
    public async Task A_screening_is_told_with_its_instants_its_wall_time_and_its_money(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Northwest", "Portland",
            "US", "America/Los_Angeles", v => (v.StepFree, v.Latitude, v.Longitude) = (Known.Yes, 45.5, -122.6));
        var screening = await app.Programme.AddScreening(when: "2027-01-15 19:30",
            at: "Northwest", series: "US tour", organisation: "Homs Campaign", and: s =>
        {
            (s.Admission, s.PriceFrom, s.PriceTo, s.Currency, s.DoorsMinutes) = (Admission.Ticketed, 12.5m, 20m, "USD", 30);
            (s.Captions, s.Description, s.Capacity) = (true, "With **soup**.", 80);
        });
        var one = await ReadAsync(app, $"/api/v1/screenings/{screening.Slug}");
        Assert.Equal(("2027-01-15T19:30:00-08:00", "2027-01-15T21:00:00-08:00", "2027-01-15T19:00:00-08:00"),
            ((string?)one["startsAt"], (string?)one["endsAt"], (string?)one["doorsAt"]));
        Assert.Equal(("2027-01-15", "19:30", "America/Los_Angeles", "published", screening.Uid),
            ((string?)one["date"], (string?)one["time"], (string?)one["timeZone"], (string?)one["status"], (string?)one["uid"]));
        Assert.Equal(
            """{"kind":"ticketed","priceFrom":{"amount":"12.50","currency":"USD"},"priceTo":{"amount":"20","currency":"USD"},"bookingUrl":null,"booking":"none","seats":null,"bookingOpensAt":null,"bookingClosesAt":null}""", one["admission"]!.ToJsonString());
        Assert.Equal("""{"slug":"us-tour","name":"US tour","url":"https://screenings.test/series/us-tour"}""",
            one["series"]!.ToJsonString());
        Assert.Equal("""{"description":"With **soup**.","descriptionLanguage":"en","introductionMinutes":null,"capacity":80,"endIsKnown":true,"expect":{"withoutAdverts":null,"startsOnTime":null,"numberedSeats":null,"admitsLatecomers":null,"cafeOrBar":null,"quietSpace":null,"minimumAge":null,"askFor":null,"notes":null}}""",
            one["details"]!.ToJsonString());
        Assert.Equal(("Northwest", "Portland", 45.5, true),
            ((string?)one["venue"]!["name"], (string?)one["place"]!["city"], (double)one["place"]!["latitude"]!, (bool)one["stepFree"]!));
        Assert.Null(one["hearingLoop"]);
        Assert.Equal(["captions"], one["access"]!.AsArray().Select(a => (string?)a));
        foreach (var link in new[] { "url", "icsUrl", "imageUrl" })
            Assert.Equal(200,
                (await app.AsVisitor().GetAsync(((string)one[link]!).Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal))).Status);

        var listed = (await ReadAsync(app, "/api/v1/screenings"))["items"]![0]!.AsObject();
        one["details"] = null;
        Assert.True(JsonNode.DeepEquals(one, listed));
        Assert.Equal("https://screenings.test/ar/films/return-to-homs",
            (string?)(await ReadAsync(app, $"/ar/api/v1/screenings/{screening.Slug}"))["films"]![0]!["url"]);
    }

    [Theory, OnEachDatabase]
    public async Task Films_people_venues_series_and_organisations_are_told_with_their_parts(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var derki = await app.Programme.AddPerson("Talal Derki", p => (p.OriginalName, p.OriginalNameLanguage) = ("طلال ديركي", "ar"));
        await app.Programme.AddFilm("Return to Homs", 94, f =>
        {
            f.RunningTimes.Add(new RunningTime { Minutes = 87, Cut = "Festival cut", Position = 1 });
            (f.Countries, f.Languages) = (["SY", "DE"], ["ar"]);
            f.SetCredits([new Credit { Role = "Director", PersonId = derki }]);
            f.SetWatchOffers([new WatchOffer { Provider = "A shop", Offer = OfferKind.Rent, Price = 4m, Currency = "USD" }]);
        });
        await app.Programme.AddVenue("ICA", and: v => { v.SetRooms([("Screen 1", 45)]); v.HearingLoop = Known.No; });
        await app.Programme.AddSeries("UK tour", and: s => (s.Starts, s.Year) = (new LocalDate(2014, 6, 27), 2014));
        var film = await ReadAsync(app, "/api/v1/films/return-to-homs");
        Assert.Equal("""[{"minutes":94,"cut":null,"source":null},{"minutes":87,"cut":"Festival cut","source":null}]""",
            film["runningTimes"]!.ToJsonString());
        Assert.Equal(
            """[{"role":"Director","person":{"slug":"talal-derki","name":"Talal Derki","url":"https://screenings.test/people/talal-derki"}}]""", film["credits"]!.ToJsonString());
        Assert.Equal("""[{"provider":"A shop","offer":"rent","url":null,"price":{"amount":"4","currency":"USD"}}]""",
            film["watchOffers"]!.ToJsonString());
        Assert.Equal(("documentary", """["SY","DE"]"""), ((string?)film["kind"], film["countries"]!.ToJsonString()));
        Assert.False(film.AsObject().ContainsKey("id"));
        var person = await ReadAsync(app, "/api/v1/people/talal-derki");
        Assert.Equal(("طلال ديركي", "Director", "return-to-homs"),
            ((string?)person["originalName"], (string?)person["credits"]![0]!["role"], (string?)person["credits"]![0]!["film"]!["slug"]));
        var venue = await ReadAsync(app, "/api/v1/venues/ica");
        Assert.Equal(("""[{"name":"Screen 1","seats":45}]""", false, null),
            (venue["rooms"]!.ToJsonString(), (bool)venue["access"]!["hearingLoop"]!, venue["access"]!["stepFree"]));
        var series = await ReadAsync(app, "/api/v1/series/uk-tour");
        Assert.Equal(("tour", "2014-06-27", 2014, null),
            ((string?)series["kind"], (string?)series["starts"], (int)series["year"]!, series["organisation"]));
        await app.Programme.AddOrganisation("Homs Campaign");
        await app.InDbAsync(async db =>
        {
            var campaign = await db.Organisations.SingleAsync();
            (campaign.About, campaign.Website, campaign.PublicEmail) = ("*Films*", "https://homs.example.org/", "films@homs.example.org");
            await db.SaveChangesAsync();
        });
        var organisation = await ReadAsync(app, "/api/v1/organisations/homs-campaign");
        Assert.Equal(("Homs Campaign", "*Films*", "https://homs.example.org/", "films@homs.example.org",
                "https://screenings.test/organisations/homs-campaign.ics"),
            ((string?)organisation["name"], (string?)organisation["about"], (string?)organisation["website"],
                (string?)organisation["email"], (string?)organisation["icsUrl"]));
        foreach (var (list, one) in new[]
            { ("films", film), ("people", person), ("venues", venue), ("series", series), ("organisations", organisation) })
            Assert.True(JsonNode.DeepEquals(one, (await ReadAsync(app, $"/api/v1/{list}"))["items"]![0]));
    }

    [Theory, OnEachDatabase]
    public async Task Reading_on_meets_each_row_once_while_rows_are_added(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        // Same day, same time, no time, no date: every kind of tie.
        foreach (var when in new[] { "2026-06-10 20:00", "2026-06-10 20:00",
            "2026-06-10 20:00", "2026-06-10", "2026-06-10", "2026-06-11 18:00", "2026-06-12", null, null, null })
            await app.Programme.AddScreening(when: when);
        var expected = await SlugsAsync(app, "/api/v1/screenings?limit=200");
        Assert.Equal(10, expected.Count);
        var (met, next) = (new List<string>(), (string?)"/api/v1/screenings?limit=2&film=return-to-homs");
        while (next is not null)
        {
            var answer = await app.AsVisitor().GetAsync(next);
            var page = JsonNode.Parse(answer.Body)!;
            met.AddRange(page["items"]!.AsArray().Select(i => (string)i!["slug"]!));
            next = ((string?)page["next"])?.Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal);
            Assert.Equal(next is null ? null : $"<{ScreeningsApp.BaseUrl}{next}>; rel=\"next\"", answer.Header("Link"));
            await app.Programme.AddScreening(when: "2026-06-02 20:00"); // before all of them
        }
        Assert.Equal(expected, met);
    }

    [Theory, OnEachDatabase]
    public async Task Records_are_read_on_in_the_order_in_which_they_were_entered(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var title in new[] { "C", "A", "B", "E", "D" }) await app.Programme.AddFilm("Film " + title);
        var (met, next) = (new List<string>(), (string?)"/api/v1/films?limit=2");
        while (next is not null)
        {
            var page = await ReadAsync(app, next);
            met.AddRange(page["items"]!.AsArray().Select(i => (string)i!["slug"]!));
            next = ((string?)page["next"])?.Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal);
            if (met.Count == 2) await app.Programme.AddFilm("Film 0");
        }
        Assert.Equal(["film-c", "film-a", "film-b", "film-e", "film-d", "film-0"], met);
    }

    [Theory, OnEachDatabase]
    public async Task Every_filter_of_the_programme_works_on_every_list(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var derki = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddFilm(
            "Return to Homs", and: f => { f.SetCredits([new Credit { Role = "Director", PersonId = derki }]); f.Languages = ["ar"]; });
        await app.Programme.AddVenue(
            "ICA", and: v => (v.Latitude, v.Longitude, v.StepFree, v.HearingLoop) = (51.5064, -0.1308, Known.Yes, Known.Yes));
        await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign", and: s =>
        {
            s.Admission = Admission.Free;
            (s.Captions, s.AudioDescription, s.SignLanguage, s.Relaxed) = (true, true, true, true);
        });
        await app.Programme.AddPerson("Nobody");
        await app.Programme.AddOrganisation("Partners");
        await app.Programme.AddVenue("Northwest", "Portland", "US", "America/Los_Angeles");
        await app.Programme.AddScreening("Silvered Water", at: "Northwest", when: "2026-09-01 20:30", series: "Autumn");
        await app.Programme.AddScreening("Silvered Water", at: "Northwest", when: "2013-09-01 20:30");
        foreach (var filter in new[]
        {
            "q=derki", "film=return-to-homs", "series=uk-tour", "venue=ica",
            "organisation=homs-campaign", "city=london", "country=GB", "from=2026-06-01&to=2026-06-30", "to=2026-08-01", "free=true",
            "access=step-free", "access=hearing-loop&access=captions&access=audio-description&access=sign-language&access=relaxed",
            "language=ar", "near=51.5,-0.13&within=10",
        })
        {
            Assert.Equal(["return-to-homs-ica"], await SlugsAsync(app, $"/api/v1/screenings?{filter}"));
            Assert.Equal(["return-to-homs"], await SlugsAsync(app, $"/api/v1/films?{filter}"));
            Assert.Equal(["ica"], await SlugsAsync(app, $"/api/v1/venues?{filter}"));
            Assert.Equal(["talal-derki"], await SlugsAsync(app, $"/api/v1/people?{filter}"));
            Assert.Equal(["uk-tour"], await SlugsAsync(app, $"/api/v1/series?{filter}"));
            Assert.Equal(["homs-campaign"], await SlugsAsync(app, $"/api/v1/organisations?{filter}"));
        }
        Assert.Equal(2, (await SlugsAsync(app, "/api/v1/screenings")).Count);
        Assert.Equal(["silvered-water-northwest-2", "return-to-homs-ica", "silvered-water-northwest"],
            await SlugsAsync(app, "/api/v1/screenings?past=true"));
        foreach (var all in new[] { "", "?past=true" })
        {
            Assert.Equal(["talal-derki", "nobody"], await SlugsAsync(app, $"/api/v1/people{all}"));
            Assert.Equal(["homs-campaign", "partners"], await SlugsAsync(app, $"/api/v1/organisations{all}"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_as_problem_details(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var draft = await app.Programme.AddScreening(published: false);
        var wrong = await ProblemAsync("/api/v1/films?colour=red&limit=201&from=tomorrow", 400);
        Assert.Equal(3, wrong["problems"]!.AsArray().Count);
        Assert.Contains("'limit' is a number from 1 to 200.", wrong["problems"]!.AsArray().Select(p => (string?)p));
        Assert.Equal("There is no venue 'nowhere'.", (string?)(await ProblemAsync("/api/v1/screenings?venue=nowhere", 400))["detail"]);
        foreach (var cursor in new[] { "x", "!!", "MTIz", new string('A', 500), "LSAtIC0" })
            await ProblemAsync($"/api/v1/screenings?cursor={cursor}", 400);
        foreach (var limit in new[] { "0", "-1", "1e2", "" }) await ProblemAsync($"/api/v1/venues?limit={limit}", 400);
        foreach (var missing in new[] { "films/nothing", "people/nothing",
            "venues/nothing", "series/nothing", $"screenings/{draft.Slug}", "nothing" }) await ProblemAsync($"/api/v1/{missing}", 404);

        await app.InDbAsync(async db => { (await db.Films.SingleAsync()).Slug = "homs"; await db.SaveChangesAsync(); });
        var moved = await app.AsVisitor().GetAsync("/ar/api/v1/films/return-to-homs");
        Assert.Equal((301, "/ar/api/v1/films/homs"), (moved.Status, moved.Location));
        await app.Programme.AddVenue("Empty");
        await app.InDbAsync(
            async db => { db.Venues.Remove(await db.Venues.SingleAsync(v => v.Slug == "empty")); await db.SaveChangesAsync(); });
        await ProblemAsync("/api/v1/venues/empty", 410);

        var posted = await app.AsVisitor().SendAsync(HttpMethod.Post, "/api/v1/films", new StringContent("{}"));
        Assert.Equal((405, "application/problem+json", "GET, HEAD, OPTIONS"),
            (posted.Status, posted.Header("Content-Type"), posted.Header("Allow")));
        var asked = await app.AsVisitor().SendAsync(HttpMethod.Options, "/api/v1/films");
        Assert.Equal(
            (204, "*", "*"), (asked.Status, asked.Header("Access-Control-Allow-Origin"), asked.Header("Access-Control-Allow-Headers")));

        foreach (var (path, status) in new[] { ("/ar/api/v1/films", 204), ("/openapi/v1.json", 204), ("/ar/api/nothing", 204) })
        {
            asked = await app.AsVisitor().SendAsync(HttpMethod.Options, path);
            Assert.Equal((path, status, "*"), (path, asked.Status, asked.Header("Access-Control-Allow-Origin")));
        }
        Assert.Equal(405, (await app.AsVisitor().SendAsync(HttpMethod.Post, "/ar/api/v1/films", new StringContent("{}"))).Status);
        await ProblemAsync("/ar/api/nothing", 404);

        async Task<JsonNode> ProblemAsync(string path, int status)
        {
            var answer = await app.AsVisitor().GetAsync(path);
            Assert.Equal((status, "application/problem+json", "*"),
                (answer.Status, answer.Header("Content-Type"), answer.Header("Access-Control-Allow-Origin")));
            var problem = JsonNode.Parse(answer.Body)!;
            Assert.Equal(status, (int)problem["status"]!);
            Assert.NotEqual("", (string)problem["title"]!);
            return problem;
        }
    }

    [Theory, OnEachDatabase]
    public async Task Titles_and_texts_are_in_the_language_of_the_address_wherever_they_stand(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening("حمص", series: "جولة");
        await app.InDbAsync(async db =>
        {
            var (film, series) = (await db.Films.SingleAsync(), await db.Series.SingleAsync());
            (film.TextLanguage, film.Synopsis, series.TextLanguage, series.Description) = ("ar", "مدينة", "ar", "أفلام");
            film.SetTranslations([new() { Language = "en", Title = "Homs", Synopsis = "A city" }]);
            series.SetTranslations([new() { Language = "en", Title = "Tour" }]);
            await db.SaveChangesAsync();
        });
        foreach (var (prefix, language, title, synopsis, tour) in new[]
            { ("", "en", "Homs", "A city", "Tour"), ("/ar", "ar", "حمص", "مدينة", "جولة") })
        {
            var film = (await ReadAsync(app, $"{prefix}/api/v1/films"))["items"]![0]!;
            var shown = (await ReadAsync(app, $"{prefix}/api/v1/screenings/{screening.Slug}"))["films"]![0]!;
            foreach (var told in new[] { film, shown })
                Assert.Equal((title, language, null),
                    ((string?)told["title"], (string?)told["titleLanguage"], (string?)told["originalTitle"]));
            Assert.Equal((synopsis, language), ((string?)film["synopsis"], (string?)film["textLanguage"]));
            var series = (await ReadAsync(app, $"{prefix}/api/v1/series"))["items"]![0]!;
            Assert.Equal((tour, language, "أفلام", "ar"), ((string?)series["title"], (string?)series["titleLanguage"],
                (string?)series["description"], (string?)series["textLanguage"]));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Answers_are_cached_under_the_programme_and_HEAD_has_no_body(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        var first = await app.AsVisitor().GetAsync("/api/v1/screenings");
        var tag = first.Header("ETag")!;
        Assert.StartsWith("\"", tag, StringComparison.Ordinal);
        Assert.NotNull(first.Header("Last-Modified"));
        var same = await app.AsVisitor().GetAsync("/api/v1/screenings", ("If-None-Match", tag));
        Assert.Equal((304, "*"), (same.Status, same.Header("Access-Control-Allow-Origin")));
        var head = await app.AsVisitor().SendAsync(HttpMethod.Head, "/api/v1/screenings");
        Assert.Equal((200, 0, tag), (head.Status, head.Bytes.Length, head.Header("ETag")));
        await app.Programme.Change(screening, s => s.Cancel("Flooded"));
        var changed = await app.AsVisitor().GetAsync("/api/v1/screenings", ("If-None-Match", tag));
        Assert.Equal((200, "cancelled"), (changed.Status, (string?)JsonNode.Parse(changed.Body)!["items"]![0]!["status"]));
    }

    [Theory, OnEachDatabase]
    public async Task A_list_costs_one_number_of_statements(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour");
        await app.Programme.AddPerson("Talal Derki");
        var lists = new Dictionary<string, int>
        {
            ["screenings"] = 1,
            ["films"] = 6,
            ["people"] = 2,
            ["venues"] = 2,
            ["series"] = 2,
            ["screenings?film=return-to-homs"] = 2
        };
        foreach (var (list, statements) in lists) Assert.Equal((list, statements), (list, await app.StatementsOfAsync($"/api/v1/{list}")));
        foreach (var n in new[] { "2", "3" })
        {
            await app.Programme.AddScreening("Film " + n, at: "Venue " + n, series: "Series " + n);
            await app.Programme.AddPerson("Person " + n);
        }
        foreach (var (list, statements) in lists) Assert.Equal((list, statements), (list, await app.StatementsOfAsync($"/api/v1/{list}")));
    }

    [Theory, OnEachDatabase]
    public async Task The_description_has_every_address_and_every_filter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var answer = await app.AsVisitor().GetAsync("/openapi/v1.json");
        Assert.Equal((200, "*"), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        var document = JsonNode.Parse(answer.Body)!;
        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Equal(ScreeningsApp.BaseUrl, (string?)document["servers"]![0]!["url"]);
        string[] resources = ["films", "journal", "organisations", "people", "screenings", "series", "venues"];
        Assert.Equal(resources.SelectMany(r => new[] { $"/api/v1/{r}", $"/api/v1/{r}/{{slug}}" }),
            document["paths"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var resource in resources)
        {
            var list = document["paths"]![$"/api/v1/{resource}"]!["get"]!;
            Assert.Equal(resource == "journal"
                ? ["q", "kind", "film", "author", "organisation", "year", "language", "tag", "limit", "cursor"]
                : ["q", "film", "series", "venue", "organisation", "city", "country", "from", "to", "on", "past", "free", "access",
                    "language", "near", "within", "limit", "cursor"], list["parameters"]!.AsArray().Select(p => (string?)p!["name"]));
            Assert.All(list["parameters"]!.AsArray(), p => Assert.NotEqual("", (string?)p!["description"] ?? ""));
            var one = document["paths"]![$"/api/v1/{resource}/{{slug}}"]!["get"]!;
            Assert.Equal(["slug"], one["parameters"]!.AsArray().Select(p => (string?)p!["name"]));
            Assert.Equal(["200", "301", "304", "404", "410"],
                one["responses"]!.AsObject().Select(r => r.Key).Order(StringComparer.Ordinal));
        }
        // What a field is of is said in the words of JSON Schema, and not in prose alone.
        JsonNode Field(string schema, string name) => document["components"]!["schemas"]![schema]!["properties"]![name]!;
        Assert.Equal(["published", "cancelled", "postponed", "rescheduled", "movedOnline"],
            Field("ApiScreening", "status")["enum"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["notYetOpen", "free", "few", "waitingList", "full", "closed", null],
            Field("ApiAdmission", "seats")["enum"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(("date-time", "date", "uri", null), ((string?)Field("ApiScreening", "startsAt")["format"],
            (string?)Field("ApiScreening", "date")["format"], (string?)Field("ApiScreening", "url")["format"],
            (string?)Field("ApiScreening", "time")["format"]));
        Assert.Equal("array", (string?)Field("ProblemDetails", "problems")["type"]);
        var read = document["paths"]!["/api/v1/films"]!["get"]!["responses"]!["200"]!["headers"]!.AsObject().Select(h => h.Key);
        Assert.Equal(["ETag", "Link"], read);
        // What an answer has is what the description says that it has.
        var screening = await app.Programme.AddScreening();
        var said = (await ReadAsync(app, $"/api/v1/screenings/{screening.Slug}")).AsObject().Select(p => p.Key);
        Assert.Equal(document["components"]!["schemas"]!["ApiScreening"]!["properties"]!.AsObject().Select(p => p.Key), said);
    }
}
