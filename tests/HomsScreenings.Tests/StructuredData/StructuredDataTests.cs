using System.Text.Json.Nodes;
using HomsScreenings.Model;
using NodaTime;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.StructuredData;

public sealed class StructuredDataTests
{
    static async Task<IReadOnlyList<JsonObject>> ThingsAsync(ScreeningsApp app, string path)
    {
        var page = await app.AsVisitor().GetAsync(path);
        Assert.Equal(200, page.Status);
        var things = page.Html.QuerySelectorAll("head script[type='application/ld+json']")
            .Select(block => JsonNode.Parse(block.TextContent)!.AsObject()).ToList();
        Assert.NotEmpty(things);
        foreach (var thing in things)
        {
            Assert.Equal("https://schema.org", (string?)thing["@context"]);
            thing.Remove("@context");
        }
        return things;
    }

    static JsonObject? One(IEnumerable<JsonObject> things, string type) => things.SingleOrDefault(t => (string?)t["@type"] == type);

    [Theory, OnEachDatabase]
    public async Task Every_screening_says_what_was_entered_and_nothing_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var one in GeneratedScreenings.All)
        {
            var screening = await GeneratedScreenings.EnterAsync(app, one);
            var expected = ExpectedEvent.Of(one, screening);
            var things = await ThingsAsync(app, $"/screenings/{screening.Slug}");
            var said = One(things, "ScreeningEvent");
            Assert.True(JsonNode.DeepEquals(expected, said),
                $"{one.Name}\nexpected {expected?.ToJsonString()}\nsaid     {said?.ToJsonString()}");
            Assert.Equal(one.When is null ? one.Films : 0, things.Count(t => (string?)t["@type"] == "Movie"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_made_up_is_told_to_people_only(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.InDbAsync(async db =>
        {
            var sample = new Screening { Uid = "sample", Slug = "sample", CreatedAt = app.Clock.Now, IsSample = true, Title = "Made up" };
            db.Screenings.Add(sample);
            sample.PlaceIn(null, "London", null, "GB", "Europe/London");
            sample.Schedule(new LocalDate(2026, 6, 20), new LocalTime(20, 0));
            sample.Publish(app.Clock.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal(["BreadcrumbList"], (await ThingsAsync(app, "/screenings/sample")).Select(t => (string?)t["@type"]));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_over_offers_nothing_any_more(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(when: "2026-06-01 18:00",
            and: s => GeneratedScreenings.Tickets(s, 5, null, "GBP"));
        Assert.Equal("5", (string?)One(await ThingsAsync(app, $"/screenings/{screening.Slug}"), "ScreeningEvent")!["offers"]!["price"]);
        app.Clock.Pass(Duration.FromDays(1));
        Assert.Null(One(await ThingsAsync(app, $"/screenings/{screening.Slug}"), "ScreeningEvent")!["offers"]);
    }

    [Theory, OnEachDatabase]
    public async Task Seats_that_can_be_booked_from_a_later_day_on_are_an_offer_of_that_day(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        async Task<(string?, string?, string?)> OfferAsync(Instant? opensAt, string? when)
        {
            var screening = await app.Programme.AddScreening(when: when, and: s =>
            {
                s.Admission = Admission.Free;
                s.Capacity = 9;
                s.GiveAwaySeats(r => r.OpensAt = opensAt);
            });
            var offer = One(await ThingsAsync(app, $"/screenings/{screening.Slug}"), "ScreeningEvent")!["offers"]!;
            return ((string?)offer["validFrom"], (string?)offer["availabilityStarts"], (string?)offer["availability"]);
        }
        Assert.Equal(("2026-06-20T09:00:00+00:00", "2026-06-20T09:00:00+00:00", "https://schema.org/PreSale"),
            await OfferAsync(Instant.FromUtc(2026, 6, 20, 9, 0), "2026-06-27 20:30"));
        Assert.Equal(("2026-06-01T12:00:00+00:00", null, "https://schema.org/InStock"), await OfferAsync(null, "2026-06-28 20:30"));
    }

    [Theory, OnEachDatabase]
    public async Task A_film_says_who_made_it_and_where_to_see_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (derki, sound) = (await app.Programme.AddPerson("Talal Derki"), await app.Programme.AddPerson("Somebody Else"));
        var company = await app.Programme.AddPerson("Proaction Film");
        await app.Programme.AddFilm("Return to Homs", 94, f =>
        {
            (f.OriginalTitle, f.OriginalTitleLanguage, f.ReleaseYear, f.Synopsis) = ("العودة إلى حمص", "ar", 2013, "Two *friends*.");
            (f.Countries, f.Languages, f.Subtitles) = (["SY", "DE"], ["ar"], ["en"]);
            f.SetCredits([new Credit { Role = "Director", PersonId = derki }, new Credit { Role = "Sound", PersonId = sound },
                new Credit { Role = "Production company", PersonId = company }]);
        });
        await app.Programme.AddScreening();
        await app.Programme.AddScreening(when: null);
        var things = await ThingsAsync(app, "/films/return-to-homs");
        var movie = One(things, "Movie")!;
        Assert.Equal("Return to Homs", (string?)movie["name"]);
        Assert.Equal(("العودة إلى حمص", "ar"), ((string?)movie["alternateName"]!["@value"], (string?)movie["alternateName"]!["@language"]));
        Assert.Equal(("2013", "PT94M", "Two friends.", "ar", "en"),
            ((string?)movie["datePublished"], (string?)movie["duration"],
                (string?)movie["description"], (string?)movie["inLanguage"], (string?)movie["subtitleLanguage"]));
        Assert.Equal(["Syria", "Germany"], movie["countryOfOrigin"]!.AsArray().Select(c => (string?)c!["name"]));
        Assert.Equal("Talal Derki", (string?)movie["director"]!["name"]);
        // Its own page tells of a person by that address, and one address is one thing.
        Assert.Equal(("Organization", "Proaction Film", null), ((string?)movie["productionCompany"]!["@type"],
            (string?)movie["productionCompany"]!["name"], (string?)movie["productionCompany"]!["@id"]));
        Assert.Equal(
            ("Role", "Sound", "Somebody Else"),
            ((string?)movie["contributor"]!["@type"], (string?)movie["contributor"]!["roleName"],
                (string?)movie["contributor"]!["contributor"]!["name"]));
        Assert.Equal(
            "2026-06-27T20:30:00+01:00", (string?)Assert.Single(things, t => (string?)t["@type"] == "ScreeningEvent")["startDate"]);
    }

    [Theory, OnEachDatabase]
    public async Task Series_venue_and_first_page_say_what_they_are(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue(
            "ICA", and: v => (v.Address, v.Website, v.StepFree) = ("The Mall", "https://ica.example.org/", HomsScreenings.Model.Known.No));
        await app.Programme.AddScreening(series: "UK tour");
        await app.Programme.AddSeries("Human rights", HomsScreenings.Model.SeriesKind.Festival);
        var tour = One(await ThingsAsync(app, "/series/uk-tour"), "EventSeries")!;
        Assert.Equal(("UK tour", "2026-06-27T20:30:00+01:00"), ((string?)tour["name"], (string?)tour["subEvent"]!["startDate"]));
        Assert.Null(tour["subEvent"]!["superEvent"]);
        Assert.NotNull(One(await ThingsAsync(app, "/series/human-rights"), "Festival"));

        var venue = One(await ThingsAsync(app, "/venues/ica"), "Place")!;
        Assert.Equal(("ICA", "The Mall", "London", "GB", "https://ica.example.org/"),
            ((string?)venue["name"], (string?)venue["address"]!["streetAddress"],
                (string?)venue["address"]!["addressLocality"], (string?)venue["address"]!["addressCountry"], (string?)venue["sameAs"]));
        Assert.False((bool)venue["amenityFeature"]!["value"]!);
        await app.InDbAsync(async db =>
        {
            var ica = await db.Venues.SingleAsync();
            (ica.AccessibleToilet, ica.WheelchairPlaces) = (HomsScreenings.Model.Known.Yes, 3);
            var screening = await db.Screenings.SingleAsync();
            (screening.Captions, screening.SignLanguage) = (true, true);
            await db.SaveChangesAsync();
        });
        venue = One(await ThingsAsync(app, "/venues/ica"), "Place")!;
        Assert.Equal(["Step-free access false", "Accessible toilet true", "Wheelchair spaces 3"],
            venue["amenityFeature"]!.AsArray().Select(a => $"{a!["name"]} {a["value"]}"));
        var shown = One(await ThingsAsync(app, "/screenings/return-to-homs-ica"), "ScreeningEvent")!["workPresented"]!;
        Assert.Equal(["captions", "signLanguage"], shown["accessibilityFeature"]!.AsArray().Select(f => (string?)f));
        Assert.Null(venue["geo"]);

        var site = One(await ThingsAsync(app, "/ar"), "WebSite")!;
        Assert.Equal(("ar", $"{ScreeningsApp.BaseUrl}/ar/screenings?q={{search_term_string}}"),
            ((string?)site["inLanguage"], (string?)site["potentialAction"]!["target"]!["urlTemplate"]));
    }

    [Theory, OnEachDatabase]
    public async Task A_shared_link_has_a_title_a_sentence_and_a_picture(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        await app.Programme.AddSeries("UK tour");
        foreach (var (path, picture, says) in new[]
        {
            ("/films/return-to-homs", "/ar/films/return-to-homs/share.jpg", "\u2068Return to Homs\u2069، فيلم وثائقي"),
            ($"/screenings/{screening.Slug}", $"/ar/screenings/{screening.Slug}/share.jpg",
                "\u2068Return to Homs\u2069، السبت ٢٧ حزيران، ٢٠:٣٠، \u2068ICA\u2069، لندن"),
            ("/series/uk-tour", "/ar/series/uk-tour/share.jpg", null),
            ("/venues/ica", "/ar/venues/ica/share.jpg", "\u2068ICA\u2069، لندن، المملكة المتحدة"),
            ("/venues", "/ar/share.jpg", null),
        })
        {
            var page = await app.AsVisitor().GetAsync("/ar" + path);
            Assert.Equal(page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Property("og:url"));
            Assert.Equal(page.Html.QuerySelector("meta[name=description]")!.GetAttribute("content"), Property("og:description"));
            Assert.StartsWith(Property("og:title")!, page.Html.Title, StringComparison.Ordinal);
            Assert.Equal(("عروض حمص", "ar_AR", "en_GB", "1200", "630"),
                (Property("og:site_name"), Property("og:locale"),
                    Property("og:locale:alternate"), Property("og:image:width"), Property("og:image:height")));
            Assert.Equal(ScreeningsApp.BaseUrl + picture, Property("og:image"));
            Assert.Equal(Property("og:image"), page.Html.QuerySelector("meta[name='twitter:image']")!.GetAttribute("content"));
            if (says is not null) Assert.Equal(says, Property("og:image:alt"));
            Assert.Equal("image/jpeg", (await app.AsVisitor().GetAsync(picture)).Header("Content-Type"));

            string? Property(string name) => page.Html.QuerySelector($"meta[property='{name}']")!.GetAttribute("content");
        }
        var wrong = await app.AsVisitor().GetAsync("/no-such-page");
        Assert.Empty(
            wrong.Html.QuerySelectorAll("meta[property^='og:'], link[type='application/json+oembed'], script[type='application/ld+json']"));
    }

    [Theory, OnEachDatabase]
    public async Task A_page_costs_the_same_number_of_statements_with_them(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening();
        Assert.Equal(
            (2, 15), (await app.StatementsOfAsync($"/screenings/{screening.Slug}"), await app.StatementsOfAsync("/films/return-to-homs")));
        await app.Programme.AddScreening(at: "Vue");
        await app.Programme.AddScreening(at: "Tate");
        Assert.Equal(
            // The films in memory are read once, and again only after one of them was saved.
            (2, 12), (await app.StatementsOfAsync($"/screenings/{screening.Slug}"), await app.StatementsOfAsync("/films/return-to-homs")));
    }
}
