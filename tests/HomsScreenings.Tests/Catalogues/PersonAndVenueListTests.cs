using HomsScreenings.Catalogues;
using HomsScreenings.Model;
using HomsScreenings.Programme;

namespace HomsScreenings.Tests.Catalogues;

/// <summary>The lists of people and of venues, over HTTP.</summary>
public sealed class PersonAndVenueListTests
{
    static async Task<string> NamesAsync(ScreeningsApp app, string path) =>
        string.Join(", ", (await app.AsVisitor().GetAsync(path)).Texts(".directory .title"));

    [Theory, OnEachDatabase]
    public async Task People_stand_under_their_letters_with_what_they_do_and_when_they_speak(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var derki = await app.Programme.AddPerson("Talal Derki", p => (p.OriginalName, p.OriginalNameLanguage) = ("طلال ديركي", "ar"));
        var kateab = await app.Programme.AddPerson("Waad al-Kateab");
        var edward = await app.Programme.AddPerson("Edward Watts");
        await app.Programme.AddPerson("Ossama al Homsi");
        await app.Programme.AddFilm("Return to Homs", and: f => f.SetCredits(
            [new Credit { Role = "Director", PersonId = derki }, new Credit { Role = "Camera", PersonId = derki }]));
        await app.Programme.AddFilm("For Sama", and: f => f.SetCredits([new Credit { Role = "Director", PersonId = kateab }]));
        await app.Programme.AddScreening(when: "2026-07-01 20:00", and: s => s.SetSpeakers([new Speaker { PersonId = derki }]));
        await app.Programme.AddScreening(when: "2014-07-01 20:00", and: s => s.SetSpeakers([new Speaker { PersonId = edward }]));
        await app.Programme.AddScreening(when: "2026-07-01 20:00", published: false,
            and: s => s.SetSpeakers([new Speaker { PersonId = kateab }]));
        var page = await app.AsVisitor().GetAsync("/people");
        Assert.Equal("4 people", page.Text(".count"));
        Assert.Equal(["E", "O", "T", "W"], page.Texts(".directory h3"));
        Assert.Equal(["Edward Watts Speaker", "Ossama al Homsi",
            "Talal Derki طلال ديركي Director · Speaker · Camera · Speaks next: Wednesday 1 July", "Waad al-Kateab Director"],
            page.Texts(".directory li"));
        Assert.Equal(["Speaking soon (1)", "Director (2)", "Speaker (2)", "Camera (1)"], page.Texts(".shortcuts a"));
        foreach (var (query, names) in new[]
        {
            ("speaking=true", "Talal Derki"), ("role=director", "Talal Derki, Waad al-Kateab"),
            ("role=speaker", "Edward Watts, Talal Derki"),
            ("q=derky", "Talal Derki"), ("q=ديركي", "Talal Derki"), ("letter=w", "Waad al-Kateab"),
            ("role=director&speaking=true", "Talal Derki"),
        })
            Assert.Equal((query, names), (query, await NamesAsync(app, $"/people?{query}")));
        Assert.Equal("طلال ديركي", (await app.AsVisitor().GetAsync("/ar/people")).Text(".directory .title"));
        Assert.Contains("/people", page.Html.QuerySelectorAll(".site-footer a").Select(a => a.GetAttribute("href")));
    }

    [Theory, OnEachDatabase]
    public async Task A_list_of_nobody_says_so(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var (path, words) in new[] { ("/people", "Nobody is entered yet."), ("/films", "No film"), ("/venues", "No venue") })
            Assert.StartsWith(words, (await app.AsVisitor().GetAsync(path)).Text(".empty"), StringComparison.Ordinal);
    }

    static async Task<ScreeningsApp> VenuesAsync(Database database)
    {
        var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("The Garden Cinema", and: v =>
        {
            (v.StepFree, v.HearingLoop, v.AccessibleToilet, v.WheelchairPlaces) = (Known.Yes, Known.Yes, Known.No, 2);
            (v.Latitude, v.Longitude) = (51.515, -0.121);
        });
        await app.Programme.AddVenue("ICA", and: v => v.StepFree = Known.Yes);
        await app.Programme.AddVenue("Hyde Park Picture House", "Leeds", and: v => v.StepFree = Known.No);
        await app.Programme.AddVenue("Abaton", "Hamburg", "DE", "Europe/Berlin", v => v.AccessibleToilet = Known.Yes);
        await app.InDbAsync(async db =>
        {
            db.Venues.Add(new Venue { Slug = "somewhere", Name = "Somewhere" });
            db.Venues.Local.Single().Publish();
            await db.SaveChangesAsync();
        });
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "ICA");
        await app.Programme.AddScreening(when: "2026-06-30 20:00", at: "ICA", published: false);
        return app;
    }

    [Theory, OnEachDatabase]
    public async Task Venues_stand_under_country_and_town_with_their_next_day_and_filters_of_access(Database database)
    {
        await using var app = await VenuesAsync(database);
        var page = await app.AsVisitor().GetAsync("/venues");
        Assert.Equal(["Germany", "Hamburg", "United Kingdom", "Leeds", "London", "Country not known", "Town not known"],
            page.Texts("h3, h4"));
        Assert.Equal(["Abaton", "Hyde Park Picture House No step-free access", "The Garden Cinema Step-free access",
            "ICA Step-free access · Next: Wednesday 1 July", "Somewhere"], page.Texts(".directory li"));
        Assert.Equal(["Step-free access (2)", "Hearing loop (1)", "Accessible toilet (1)", "Wheelchair spaces (1)"],
            page.Texts(".shortcuts a"));
        Assert.Equal(["All", "Germany (1)", "United Kingdom (3)"], page.Texts("select[name=country] option"));
        foreach (var (query, names) in new[]
        {
            ("access=step-free", "The Garden Cinema, ICA"), ("access=step-free&access=hearing-loop", "The Garden Cinema"),
            ("country=de", "Abaton"), ("city=leeds", "Hyde Park Picture House"),
            ("city=Leeds&city=Hamburg", "Abaton, Hyde Park Picture House"),
            ("letter=G", "The Garden Cinema"), ("q=gardn", "The Garden Cinema"), ("q=hamburg", "Abaton"), ("q=ألمانيا", "Abaton"),
            ("q=لندن", "The Garden Cinema, ICA"),
        })
            Assert.Equal((query, names), (query, await NamesAsync(app, $"/venues?{query}")));
        Assert.Equal(["ألمانيا", "هامبورغ", "المملكة المتحدة", "لندن", "ليدز"],
            (await app.AsVisitor().GetAsync("/ar/venues")).Texts("h3, h4").Take(5));
    }

    [Theory]
    [InlineData(3, 3, 6)]
    [InlineData(19, 1, 20)]
    [InlineData(20, 1, 1)]
    [InlineData(25, 25, 0)]
    public void A_circle_leads_to_its_towns_as_far_as_a_link_can_name_them(int towns, int countries, int values)
    {
        var all = Enumerable.Range(0, towns)
            .Select(i => new ProgrammePlace($"Town {i}", $"{(char)('A' + (i % countries))}X", null, 1)).ToList();
        Assert.Equal(values, VenueCatalogue.OfTowns(CatalogueFilter.None, all).Values.Count);
    }

    [Theory, OnEachDatabase]
    public async Task The_map_of_venues_has_a_circle_for_each_town_and_says_the_same_in_a_list(Database database)
    {
        await using var app = await VenuesAsync(database);
        var page = await app.AsVisitor().GetAsync("/venues?view=map");
        Assert.Equal(
            ["London United Kingdom 2 venues", "Hamburg Germany 1 venue", "Leeds United Kingdom 1 venue", "Town not known 1 venue"],
            page.Texts(".places li"));
        Assert.Equal(["/venues?country=GB&city=London", "/venues?country=DE&city=Hamburg", "/venues?country=GB&city=Leeds"],
            page.Html.QuerySelectorAll(".places a").Select(a => a.GetAttribute("href")));
        Assert.Contains("London: 2 venues", page.Html.QuerySelectorAll(".map a").Select(a => a.GetAttribute("aria-label")));
        Assert.Equal("Map: Venues · Homs Screenings", page.Html.Title);
        page = await app.AsVisitor().GetAsync("/venues?view=map&access=step-free");
        Assert.Equal(["London 2 venues"], page.Texts(".places li"));
        Assert.Equal("/venues?access=step-free&country=GB&city=London", page.Html.QuerySelector(".places a")!.GetAttribute("href"));
    }
}
