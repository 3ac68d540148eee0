using HomsScreenings.Model;
using HomsScreenings.Series;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages;

public sealed class ListPageTests
{
    [Theory, OnEachDatabase]
    public async Task A_tour_is_an_itinerary_from_its_first_stop_to_its_last(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var partner = await app.Programme.AddOrganisation("Amnesty International UK");
        await app.Programme.AddSeries("UK tour", and: s =>
        {
            (s.Year, s.Invitation) = (2026, "Organise your own screening.");
            s.SetPartners([new Partner { OrganisationId = partner, Part = "promotes the tour" }]);
        });
        await app.Programme.AddScreening(when: "2026-07-01", at: "Third", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-05-01", at: "First", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-05-20", at: "Second", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-05-21", at: "Secret", series: "UK tour", published: false);
        var page = await app.AsVisitor().GetAsync("/series/uk-tour");
        Assert.Equal(["London", "London", "London"], page.Texts(".itinerary .title bdi"));
        Assert.Equal(["First", "Second", "Third"], page.Texts(".itinerary .venue"));
        Assert.Equal(["Amnesty International UK: promotes the tour"], page.Texts("dd"));
        Assert.Equal("Host it yourself: Organise your own screening.", page.Text(".invitation"));
        Assert.Equal("Tour UK tour 2026 · 3 screenings Next: Wednesday 1 July",
            (await app.AsVisitor().GetAsync("/series")).Text(".catalogue li"));
        Assert.Equal("Tour UK tour 2026 · 3 screenings Next: Wednesday 1 July",
            (await app.AsVisitor().GetAsync("/organisations/amnesty-international-uk")).Text(".catalogue li"));
        Assert.Equal(["Third"],
            (await app.AsVisitor().GetAsync("/organisations/amnesty-international-uk")).Texts("section[aria-labelledby=coming] .venue"));
    }

    [Theory]
    [InlineData("2014-09-01", "2014-11-06", null, "1 September 2014 to 6 November 2014")]
    [InlineData(null, "2014-11-06", 2014, "Until 6 November 2014; the first day is not known")]
    [InlineData("2014-09-01", null, null, "From 1 September 2014; no last day is known")]
    [InlineData("2014-09-01", "2014-09-01", null, "1 September 2014")]
    [InlineData(null, null, 2014, "2014")]
    [InlineData(null, null, null, "Dates not known")]
    public void The_dates_of_a_series_say_which_end_is_open(string? starts, string? ends, int? year, string words) =>
        Assert.Equal(words, SeriesWords.Dates(ProgrammeBuilder.Parse(starts).Item1, ProgrammeBuilder.Parse(ends).Item1, year));

    [Theory, OnEachDatabase]
    public async Task A_venue_says_how_to_get_in_and_what_nobody_has_said(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Site:Contact", "hello@example.org"));
        await app.Programme.AddVenue("ICA", and: v =>
        {
            (v.Address, v.PostalCode, v.StepFree, v.AccessibleToilet,
                v.WheelchairPlaces) = ("The Mall", "SW1Y 5AH", Known.Yes, Known.No, 0);
            v.Directions = "By *tube*.";
            v.SetRooms([("Cinema 1", 185), ("Cinema 2", null)]);
        });
        await app.Programme.AddScreening(when: "2026-07-01 20:00", at: "ICA");
        await app.Programme.AddScreening(when: "2014-07-01 20:00", at: "ICA");
        await app.Programme.AddScreening("Secret", when: "2026-07-01 20:00", at: "ICA", published: false);
        var page = await app.AsVisitor().GetAsync("/venues/ica");
        Assert.Equal(["Yes", "No", "None", "185 seats", "Seats not known"], page.Texts("dd"));
        Assert.Equal("Not known: hearing loop. Ask us.", page.Text("section[aria-labelledby=access] p"));
        Assert.Equal("The Mall, SW1Y 5AH London, United Kingdom", page.Text(".address"));
        Assert.Equal("tube", page.Text(".prose em"));
        Assert.Equal(
            (1, 1), (page.Texts("section[aria-labelledby=coming] .title").Count, page.Texts("section[aria-labelledby=past] .title").Count));
        Assert.Equal(["United Kingdom", "London"], (await app.AsVisitor().GetAsync("/venues")).Texts("h3, h4"));
    }

    [Theory, OnEachDatabase]
    public async Task A_person_has_their_films_by_role_and_their_talks(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki", p => (p.OriginalName, p.OriginalNameLanguage) = ("طلال ديركي", "ar"));
        await app.Programme.AddFilm("Return to Homs",
            and: f => f.SetCredits([new Credit { Role = "Director", PersonId = talal }, new Credit { Role = "Camera", PersonId = talal }]));
        foreach (var (when, published) in new[] { ("2026-07-01 20:00", true), ("2014-06-27", true), ("2026-07-02 20:00", false) })
            await app.Programme.AddScreening(when: when, published: published, and: s => s.SetSpeakers([new Speaker { PersonId = talal }]));
        await app.Programme.AddScreening(when: "2026-07-03 20:00");
        var page = await app.AsVisitor().GetAsync("/people/talal-derki");
        Assert.Equal("ar", page.Html.QuerySelector(".original-title bdi")!.GetAttribute("lang"));
        Assert.Equal("Return to Homs Director, Camera", page.Text("dl > div"));
        Assert.Equal(["2026-07-01"],
            page.Html.QuerySelectorAll("section[aria-labelledby=coming] .day-name time").Select(t => t.GetAttribute("datetime")));
        Assert.Single(page.Texts("section[aria-labelledby=past] .screening"));
    }

    [Theory, OnEachDatabase]
    public async Task The_archive_counts_by_year_and_keeps_the_undated_apart(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var when in new[] { "2014-06-27", "2014-06-28 20:00", "2015-01-01" }) await app.Programme.AddScreening(when: when);
        await app.Programme.AddScreening("Counted", when: null, and: s => s.Attendance = 400);
        await app.Programme.AddScreening("Secret", when: "2013-01-01", published: false);
        await app.Programme.AddScreening("Coming", when: "2026-07-01");
        var page = await app.AsVisitor().GetAsync("/archive");
        Assert.Equal(["2015 1 screening", "2014 2 screenings", "Date not recorded 1 screening"], page.Texts(".years li"));
        page = await app.AsVisitor().GetAsync("/archive/2014");
        Assert.Equal(["2014-06-28", "2014-06-27"], page.Html.QuerySelectorAll(".day-name time").Select(t => t.GetAttribute("datetime")));
        Assert.Equal("2 screenings", page.Text(".count"));
        page = await app.AsVisitor().GetAsync("/archive/undated");
        Assert.Equal(["Counted"], page.Texts(".title bdi"));
        Assert.Equal("Date not recorded", page.Text(".day-name"));
        foreach (var nothing in new[] { "/archive/2013", "/archive/2026", "/archive/0000", "/archive/then", "/archive/2014?page=2" })
            Assert.Equal(404, (await app.AsVisitor().GetAsync(nothing)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Home_leads_with_what_is_next_and_the_series_that_it_belongs_to(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Later", "2026-08-01 20:00", series: "Later tour");
        await app.Programme.AddScreening("Sooner", "2026-07-01 20:00", series: "Sooner tour");
        await app.Programme.AddScreening("Alone", "2026-06-02 20:00");
        await app.Programme.AddScreening("Secret", "2026-06-02 20:00", series: "Secret tour", published: false);
        await app.Programme.AddScreening("Gone", "2014-06-02 20:00");
        var page = await app.AsVisitor().GetAsync("/");
        Assert.Equal(["Alone", "Sooner", "Later"], page.Texts(".programme .title bdi"));
        Assert.Equal(("Sooner tour", "Sooner"), (page.Text(".focus h2"), page.Text(".focus li")));
        Assert.Equal("webcal://screenings.test/calendar.ics", page.Html.QuerySelector(".follow a[href^=webcal]")!.GetAttribute("href"));
    }

    [Theory, OnEachDatabase]
    public async Task Lists_cost_the_same_few_statements_with_one_row_and_with_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await Add("First", "2026-07-01");
        var one = await Costs();
        await Add("Second", "2026-07-02");
        await Add("Third", "2014-07-02");
        Assert.Equal([2, 6, 3, 3, 4, 2, 2, 4], one);
        Assert.Equal(one, await Costs());

        async Task Add(string name, string when)
        {
            var person = await app.Programme.AddPerson("Talal Derki");
            await app.Programme.AddScreening(name, when, at: name,
                series: "Season", organisation: "Homs Campaign", and: s => s.SetSpeakers([new Speaker { PersonId = person }]));
            await app.Programme.AddScreening(name, "2014-01-01", at: "Old", series: name);
        }

        async Task<IReadOnlyList<int>> Costs()
        {
            var costs = new List<int>();
            foreach (var path in new[] { "/series", "/venues",
                "/venues/first", "/people/talal-derki", "/organisations/homs-campaign", "/archive", "/archive/2014", "/screenings" })
                costs.Add(await app.StatementsOfAsync(path));
            return costs;
        }
    }

    [Theory, OnEachDatabase]
    public async Task Home_costs_the_same_few_statements_with_one_row_and_with_three(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour");
        Assert.Equal(8, await Cost());
        await app.Programme.AddScreening("Second", series: "UK tour");
        await app.Programme.AddScreening("Third", series: "Second tour");
        Assert.Equal(8, await Cost());

        // Two of them ask what the clock will change next, for all pages; the rows added just now have emptied the cache.
        async Task<int> Cost()
        {
            app.Statements.Reset();
            await app.AsVisitor().GetAsync("/");
            return app.Statements.Statements.Count;
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_old_address_leads_on_a_removed_one_says_so_and_an_unknown_one_offers_search(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening(series: "UK tour", organisation: "Homs Campaign");
        await app.Programme.AddPerson("Talal Derki");
        await app.InDbAsync(async db =>
        {
            (await db.Films.SingleAsync()).Slug = "new-film";
            (await db.Venues.SingleAsync()).Slug = "new-venue";
            (await db.Series.SingleAsync()).Slug = "new-series";
            (await db.Organisations.SingleAsync()).Slug = "new-organisation";
            (await db.Screenings.SingleAsync()).Slug = "new-screening";
            db.People.Remove(await db.People.SingleAsync());
            await db.SaveChangesAsync();
        });
        foreach (var (old, now) in new[]
        {
            ("/films/return-to-homs", "/films/new-film"), ("/venues/ica", "/venues/new-venue"), ("/series/uk-tour", "/series/new-series"),
            ("/organisations/homs-campaign", "/organisations/new-organisation"),
            ("/screenings/return-to-homs-ica", "/screenings/new-screening"),
        })
        {
            var moved = await app.AsVisitor().GetAsync(old);
            Assert.Equal((301, now), (moved.Status, moved.Location));
        }
        Assert.Equal(410, (await app.AsVisitor().GetAsync("/people/talal-derki")).Status);
        foreach (var kind in new[] { "films", "people", "venues", "series", "organisations", "screenings" })
        {
            var missing = await app.AsVisitor().GetAsync($"/{kind}/never-was");
            Assert.Equal(404, missing.Status);
            Assert.Equal("/screenings", missing.Html.QuerySelector("main form[role=search]")!.GetAttribute("action"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Drafts_have_no_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var draft = await app.Programme.AddScreening("Secret", published: false);
        await app.Programme.AddSeries("Secret tour", published: false);
        Assert.Equal(404, (await app.AsVisitor().GetAsync($"/screenings/{draft.Slug}")).Status);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/series/secret-tour")).Status);
        Assert.Empty((await app.AsVisitor().GetAsync("/series")).Texts(".catalogue li"));
    }

    [Theory, OnEachDatabase]
    public async Task A_page_that_is_no_number_is_wrong_one_beyond_the_end_is_missing_and_keys_of_others_do_not_matter(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening();
        foreach (var list in new[] { "/films", "/people", "/venues", "/series", "/screenings" })
        {
            var wrong = await app.AsVisitor().GetAsync($"{list}?page=two");
            Assert.Equal((400, "The page is a number from 1 on."), (wrong.Status, wrong.Text(".problems")));
            Assert.Equal(404, (await app.AsVisitor().GetAsync($"{list}?page=2")).Status);
        }
        foreach (var path in new[] { "/films?utm_source=x", "/films/return-to-homs?page=x&y", "/archive?z", "/?utm=1" })
            Assert.Equal(200, (await app.AsVisitor().GetAsync(path)).Status);
    }
}
