using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Programme;

/// <summary>Every filter of the contract, asked of a programme in which each would also find something wrong if it were ignored.</summary>
public sealed class FilterHttpTests
{
    static async Task<ScreeningsApp> AppAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("ICA", and: v => (v.Latitude, v.Longitude, v.StepFree) = (51.506, -0.131, Known.Yes));
        await app.Programme.AddVenue("Hyde Park Picture House",
            "Leeds", and: v => (v.Latitude, v.Longitude, v.HearingLoop) = (53.812, -1.572, Known.Yes));
        await app.Programme.AddVenue("Northwest Film Center",
            "Portland", "US", "America/Los_Angeles", v => (v.Latitude, v.Longitude) = (45.516, -122.683));
        await app.Programme.AddFilm(
            "Return to Homs", 94, f => (f.OriginalTitle, f.OriginalTitleLanguage, f.Languages) = ("العودة إلى حمص", "ar", ["ar"]));
        await app.Programme.AddFilm("Other", 80, f => f.Languages = ["pt-BR"]);
        await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30",
            "ICA", series: "UK tour", organisation: "Campaign", and: s => { s.Admission = Admission.Free; s.Subtitles = ["en"]; });
        await app.Programme.AddScreening("Other", "2026-07-04 18:00", "Hyde Park Picture House",
            and: s => { s.Captions = s.AudioDescription = s.SignLanguage = s.Relaxed = true; s.Admission = Admission.Ticketed; });
        await app.Programme.AddScreening("Return to Homs", "2026-07-10 19:00", "Northwest Film Center", series: "Season");
        await app.Programme.AddScreening("Return to Homs", "2026-05-01 19:00", "ICA");
        return app;
    }

    [Theory, OnEachDatabase]
    public async Task Each_filter_finds_what_it_should_and_nothing_else(Database database)
    {
        await using var app = await AppAsync(database);
        const string homsLondon = "27 June", otherLeeds = "4 July", homsPortland = "10 July", past = "1 May";
        (string Query, string[] Days)[] expectations =
        [
            ("", [homsLondon, otherLeeds, homsPortland]),
            ("q=homs", [homsLondon, homsPortland]),
            ("q=HOMS+ica", [homsLondon]),
            ("q=حمص", [homsLondon, homsPortland]),
            ("q=العودة الى حمص", [homsLondon, homsPortland]), // without the hamza
            ("q=leeds", [otherLeeds]),
            ("film=other", [otherLeeds]),
            ("film=other&film=return-to-homs&city=leeds", [otherLeeds]),
            ("series=uk-tour", [homsLondon]),
            ("venue=ica", [homsLondon]),
            ("organisation=campaign", [homsLondon]),
            ("city=LONDON", [homsLondon]),
            ("city=لندن", [homsLondon]),
            ("city=ليدز&city=لندن", [homsLondon, otherLeeds]),
            ("city=london&city=portland", [homsLondon, homsPortland]),
            ("country=us", [homsPortland]),
            ("from=2026-07-04", [otherLeeds, homsPortland]),
            ("from=٢٠٢٦-٠٧-٠٤", [otherLeeds, homsPortland]),
            ("near=٥١٫٥١،%E2%88%92٠٫١٣&within=١٠", [homsLondon]),
            ("near=51.51,-0.13&within=10&q=homs%EF%BF%BE%EF%BF%BF", [homsLondon]),
            ("language=pt", [otherLeeds]), // Portuguese of Brazil is Portuguese
            ("from=2026-06-27&to=2026-06-27", [homsLondon]),
            ("to=2026-07-04", [homsLondon, otherLeeds]),
            ("past=true", [homsLondon, otherLeeds, homsPortland, past]), // what is coming stands first
            ("free=true", [homsLondon]),
            ("access=step-free", [homsLondon]),
            ("access=hearing-loop&access=captions&access=audio-description&access=sign-language&access=relaxed", [otherLeeds]),
            ("access=step-free&access=captions", []),
            ("language=ar", [homsLondon, homsPortland]),
            ("language=en", [homsLondon]), // its subtitles
            ("language=pt-br&language=en", [homsLondon, otherLeeds]),
            ("near=51.5,-0.1", [homsLondon]),
            ("near=52.5,-0.9&within=300", [homsLondon, otherLeeds]),
            ("near=45.5,237.3", []),
        ];
        foreach (var (query, days) in expectations[..^1])
        {
            var page = await app.AsVisitor().GetAsync($"/screenings?{query}");
            Assert.Equal(200, page.Status);
            Assert.Equal(
                (query, string.Join(", ", days)),
                (query,
                    string.Join(
                        ", ",
                        page.Texts(".day-name time")
                            .Select(t => string.Join(' ', t.Split(' ')[1..3])))));
        }
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/screenings?near=45.5,237.3")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_town_is_known_by_its_own_name_and_by_its_arabic_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Filmmuseum", "München", "DE", "Europe/Berlin");
        await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30", "Filmmuseum");
        foreach (var near in new[] { "München", "munchen, de", "Munich", "ميونخ" })
            Assert.Equal((near, "Filmmuseum"), (near, (await app.AsVisitor().GetAsync($"/screenings?near={near}")).Text(".venue")));
        foreach (var town in new[] { "Wien", "Praha", "Firenze", "Warszawa", "København", "Москва", "حمص", "لندن", "برلين" })
            Assert.Equal((town, 200), (town, (await app.AsVisitor().GetAsync($"/ar/screenings?near={town}")).Status));
    }

    [Theory, OnEachDatabase]
    public async Task Near_reaches_across_the_date_line(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("Taveuni Hall", "Taveuni", "FJ", "Pacific/Fiji", v => (v.Latitude, v.Longitude) = (-16.85, -179.95));
        await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30", "Taveuni Hall");
        Assert.Contains("Taveuni Hall", (await app.AsVisitor().GetAsync("/screenings?near=-16.85,179.95")).Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_names_nothing_is_a_400_with_a_sentence_and_an_old_name_still_counts(Database database)
    {
        await using var app = await AppAsync(database);
        var unknown = await app.AsVisitor().GetAsync("/screenings?film=no-such-film&venue=nowhere");
        Assert.Equal(400, unknown.Status);
        Assert.Equal(["There is no film 'no-such-film'.", "There is no venue 'nowhere'."], unknown.Texts("main li"));

        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync(f => f.Slug == "return-to-homs")).Slug = "homs";
            await db.SaveChangesAsync();
        });
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/screenings?film=return-to-homs")).Status);
        Assert.Contains("ICA", (await app.AsVisitor().GetAsync("/screenings?film=return-to-homs")).Body, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task A_draft_series_cannot_be_asked_for(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddSeries("Secret tour", SeriesKind.Tour, published: false);
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/screenings?series=secret-tour")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task What_links_gather_on_their_way_through_other_sites_is_no_filter(Database database)
    {
        await using var app = await AppAsync(database);
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/screenings?utm_source=mail&fbclid=x")).Status);
        Assert.Equal(400, (await app.AsVisitor().GetAsync("/screenings?source=mail")).Status);
    }
}
