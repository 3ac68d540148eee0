using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages;

public sealed class ScreeningPageTests
{
    // The value beside a term.
    static string? Fact(Answer page, string term) =>
        page.Html.QuerySelectorAll("dt").FirstOrDefault(t => t.Words() == term)?.NextElementSibling?.Words();

    [Theory, OnEachDatabase]
    public async Task It_says_when_and_where_with_whom_and_what_it_takes(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddVenue("ICA", and: v =>
        {
            v.Address = "The Mall";
            v.StepFree = Known.Yes;
            v.HearingLoop = Known.No;
        });
        var screening = await app.Programme.AddScreening(when: "2026-06-27 20:30",
            at: "ICA", series: "UK tour", organisation: "Homs Campaign", and: s =>
        {
            s.SetSpeakers([new Speaker { PersonId = talal }]);
            s.DoorsMinutes = 30;
            s.SetParts(5, 40);
            s.Languages = ["ar"];
            s.Subtitles = ["en"];
            s.Captions = true;
            s.Admission = Admission.Ticketed;
            (s.PriceFrom, s.PriceTo, s.Currency) = (6, 12.5m, "GBP");
            s.BookingUrl = "https://tickets.example.org/1";
            s.PremiereNote = "UK premiere";
            s.Capacity = 180;
            s.Description = "Come **early**.";
        });
        await app.InDbAsync(db => db.Organisations.ExecuteUpdateAsync(o => o.SetProperty(x => x.PublicEmail, "hello@example.org")));

        var page = await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}");
        Assert.Equal("Return to Homs", page.Text("h1"));
        Assert.Equal("Saturday 27 June", page.Text(".bill-date"));
        Assert.Equal("20:30 BST", page.Text(".bill-time"));
        Assert.Equal("ICA London, United Kingdom", page.Text(".bill-place"));
        Assert.Equal("UK premiere", page.Text(".premiere"));
        Assert.Equal("90 minutes · Arabic, with subtitles in English", page.Text(".in-short"));
        Assert.Equal(("20:00", "5 minutes", "about 22:45", "180"),
            (Fact(page, "Doors open"), Fact(page, "Introduction"), Fact(page, "Ends"), Fact(page, "Seats")));
        Assert.Equal("40 minutes", page.Text(".guests .aside"));
        Assert.Equal(("Yes", "No", "Captions"),
            (Fact(page, "Step-free access"), Fact(page, "Hearing loop"), page.Text("section[aria-labelledby=place] strong")));
        Assert.Equal("Not known: accessible toilet, wheelchair spaces. Ask the organisers.", page.Text(".not-known"));
        Assert.Equal("mailto:hello@example.org", page.Html.QuerySelector(".not-known a")!.GetAttribute("href"));
        Assert.Equal("early", page.Text(".prose strong"));
        Assert.Equal("/people/talal-derki", page.Html.QuerySelector(".speakers a")!.GetAttribute("href"));
        Assert.Equal("Tickets £6–£12.50", page.Text(".bill-price"));
        Assert.Equal("https://tickets.example.org/1", page.Html.QuerySelector(".book > a")!.GetAttribute("href"));
        Assert.Equal(
            ["https://www.openstreetmap.org/directions?to=The%20Mall%2C%20London", "https://maps.apple.com/?daddr=The%20Mall%2C%20London",
                "https://www.google.com/maps/dir/?api=1&destination=The%20Mall%2C%20London",
                "https://www.google.com/maps/dir/?api=1&destination=The%20Mall%2C%20London&travelmode=transit"],
            page.Html.QuerySelectorAll(".menu a[rel=noopener]").Select(a => a.GetAttribute("href")));
        Assert.Equal($"{ScreeningsApp.BaseUrl}/screenings/{screening.Slug}",
            page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal([$"{ScreeningsApp.BaseUrl}/series/uk-tour.ics", $"{ScreeningsApp.BaseUrl}/feed.atom?series=uk-tour"],
            page.Html.QuerySelectorAll("link[rel=alternate][type]:not([type*=oembed])").Select(l => l.GetAttribute("href")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_known_is_to_be_announced_before_and_not_recorded_afterwards(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Unmeasured", minutes: null);
        var coming = await app.Programme.AddScreening("Unmeasured", "2026-06-27", at: null);
        var past = await app.Programme.AddScreening("Unmeasured",
            "2014-06-28", at: null, and: s => s.PlaceIn("Clapham", "London", null, "GB", "Europe/London"));
        var at = await app.Programme.AddScreening("Unmeasured", "2014-06-29", at: "Frontline Club");
        var nothing = await app.Programme.AddScreening("Unmeasured", null, at: null, and: s => s.PlaceIn(null, null, null, null, null));

        var page = await app.AsVisitor().GetAsync($"/screenings/{coming.Slug}");
        Assert.Equal(("Time to be announced", "Venue to be announced London, United Kingdom"),
            (page.Text(".bill-time"), page.Text(".bill-place")));
        Assert.Equal(("To be announced", "Access details will follow with the venue."),
            (Fact(page, "Price"), page.Text(".not-known")));
        page = await app.AsVisitor().GetAsync($"/screenings/{past.Slug}");
        Assert.Equal(("Time not recorded", "Clapham, venue not recorded London, United Kingdom"),
            (page.Text(".bill-time"), page.Text(".bill-place")));
        Assert.Empty(page.Html.QuerySelectorAll("#access, .not-known, #details"));
        page = await app.AsVisitor().GetAsync($"/screenings/{at.Slug}");
        Assert.Empty(page.Html.QuerySelectorAll("#access, .not-known"));
        page = await app.AsVisitor().GetAsync($"/screenings/{nothing.Slug}");
        Assert.Equal(("Date to be announced", "Venue to be announced"), (page.Text(".bill-date"), page.Text(".bill-place")));
        Assert.Empty(page.Html.QuerySelectorAll(".actions a:not([href^='mailto:'])"));
    }

    [Theory, OnEachDatabase]
    public async Task An_end_that_rests_on_no_running_time_is_not_told(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddFilm("Unmeasured", minutes: null);
        var screening = await app.Programme.AddScreening("Unmeasured", "2026-06-27 20:30");
        Assert.Equal("To be announced", Fact(await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}"), "Ends"));
        await app.Programme.Change(
            screening, s => s.Schedule(new LocalDate(2026, 6, 27), new LocalTime(20, 30), false, new LocalTime(22, 15)));
        Assert.Equal("22:15", Fact(await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}"), "Ends"));
    }

    [Theory, OnEachDatabase]
    public async Task The_status_stands_on_page_and_list_with_its_reason(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(and: s => s.BookingUrl = "https://tickets.example.org/");
        await Says(s => s.Cancel("The heating has failed."), "Cancelled. The heating has failed.");
        await Says(s => s.Postpone("Snow."), "Postponed. A new date is to be announced. Snow.");
        await Says(s => { s.Reinstate(); s.Reschedule(new LocalDate(2026, 6, 28), new LocalTime(19, 0), false, null, "Hall taken."); },
            "Rescheduled. It was to be on Saturday 27 June 2026, 20:30. Hall taken.");
        await Says(s => s.MoveOnline("https://watch.example.org/", "Flood."), "Moved online. Flood.");
        var online = await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}");
        Assert.Equal(["https://tickets.example.org/", "https://watch.example.org/"],
            online.Html.QuerySelectorAll(".book a[rel=noopener]").Select(a => a.GetAttribute("href")));
        Assert.Equal(("Online ICA", "ICA", null),
            (online.Text(".bill-place"), online.Text(".bill-place s"), online.Text("#place"))); // nobody is sent there

        async Task Says(Action<Screening> change, string words)
        {
            await app.Programme.Change(screening, change);
            Assert.Equal(words, (await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}")).Text(".status"));
            Assert.Equal(words, (await app.AsVisitor().GetAsync("/screenings")).Text(".programme .mark"));
            Assert.Equal(words, (await app.AsVisitor().GetAsync("/")).Text(".programme .mark"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_stop_of_a_tour_knows_its_neighbours_and_passes_over_drafts(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var late = await app.Programme.AddScreening(when: "2026-06-29", at: "Third", series: "UK tour");
        var first = await app.Programme.AddScreening(when: "2026-06-27 20:30", at: "First", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-06-28 12:00", at: "Secret", series: "UK tour", published: false);
        var second = await app.Programme.AddScreening(when: "2026-06-29 18:00", at: "Second", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-06-28 12:00", at: "Elsewhere");
        await app.Programme.AddScreening(when: null, at: "Undated", series: "UK tour");

        Assert.Equal([second.Slug], await Neighbours(first));
        Assert.Equal([first.Slug, late.Slug], await Neighbours(second));
        Assert.Equal([second.Slug], await Neighbours(late));

        async Task<IEnumerable<string>> Neighbours(Screening of) => (await app.AsVisitor().GetAsync($"/screenings/{of.Slug}")).Html
            .QuerySelectorAll(".neighbours a").Select(a => a.GetAttribute("href")!["/screenings/".Length..]);
    }

    [Theory, OnEachDatabase]
    public async Task Its_printed_sheet_has_the_first_sentence_of_the_press_that_is_short_enough(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        static PressQuote By(string publication, string text) => new() { Text = text, Language = "en", Publication = publication };
        await app.Programme.AddFilm("Return to Homs", and: f => f.SetQuotes(
            [By("The Long Review", new string('x', 181)), By("The Paper", "Songs and rubble."), By("The Other", "Go.")]));
        var screening = await app.Programme.AddScreening();
        var path = $"/screenings/{screening.Slug}";
        Assert.Equal("Songs and rubble. The Paper", (await app.AsVisitor().GetAsync(path)).Text(".sheet-quote"));
        await app.Programme.Change(screening, s => s.Cancel("Flooded"));
        Assert.Null((await app.AsVisitor().GetAsync(path)).Text(".sheet-quote"));
        var other = await app.Programme.AddScreening("Ghost Town");
        Assert.Null((await app.AsVisitor().GetAsync($"/screenings/{other.Slug}")).Text(".sheet-quote"));
    }

    [Theory, OnEachDatabase]
    public async Task Afterwards_it_says_how_many_came(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var meeting = await app.Programme.AddScreening(when: "2014-03-01", and: s => { s.Attendance = 400; s.AttendanceIsMinimum = true; });
        Assert.Equal("At least 400 came", Fact(await app.AsVisitor().GetAsync($"/screenings/{meeting.Slug}"), "Attendance"));
    }

    [Theory, OnEachDatabase]
    public async Task It_costs_the_same_few_statements_with_one_stop_and_with_many(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(series: "UK tour");
        Assert.Equal(4, await app.StatementsOfAsync($"/screenings/{screening.Slug}"));
        await app.Programme.AddScreening(when: "2026-06-28 20:30", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-06-26 20:30", series: "UK tour");
        Assert.Equal(4, await app.StatementsOfAsync($"/screenings/{screening.Slug}"));
        await app.Programme.Change(screening, s => s.Cancel(null));
        Assert.Equal(5, await app.StatementsOfAsync($"/screenings/{screening.Slug}")); // what one may come to instead
    }

    [Theory, OnEachDatabase]
    public async Task It_answers_in_the_order_in_which_people_ask_and_says_each_thing_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (director, speaker) = (await app.Programme.AddPerson("Talal Derki"),
            await app.Programme.AddPerson("Orwa Nyrabia", p => p.About = "He **produces** films. He lives in Amsterdam."));
        await app.Programme.AddFilm("Return to Homs", 94, f =>
        {
            (f.ReleaseYear, f.Languages, f.ContentNotes) = (2014, ["ar"], "Shows war.");
            f.Synopsis = "Two friends in a *besieged* town. One sings. Neither of them leaves.";
            f.AgeRatings = [new("DE", "FSK", "16"), new("GB", "BBFC", "15")];
            f.Credits.Add(new Credit { Role = CreditRoles.Director, PersonId = director });
        });
        await app.Programme.AddVenue("ICA", and: v => (v.Address, v.Directions, v.CafeOrBar) = ("The Mall", "By the park.", Known.Yes));
        var screening = await app.Programme.AddScreening(and: s =>
        {
            s.SetSpeakers([new Speaker { PersonId = speaker }]);
            (s.Subtitles, s.Admission, s.Description) = (["en"], Admission.Free, "With tea.");
            s.WelcomeWalkIns();
        });
        var page = await app.AsVisitor().GetAsync($"/screenings/{screening.Slug}");
        Assert.Equal("A film by Talal Derki · 2014 · 94 minutes · Arabic, with subtitles in English", page.Text(".in-short"));
        Assert.Equal(["The film", "About this screening", "With", "Before you come", "Getting there", "What to expect", "Details"],
            page.Texts(".two-sides h2"));
        Assert.Equal(["Two friends in a besieged town. One sings.", "More about Return to Homs"], page.Texts(".film > p"));
        Assert.Equal("Orwa Nyrabia He produces films.", page.Text(".speakers li"));
        Assert.Equal(["Shows war.", "Age rating: BBFC 15 (United Kingdom), FSK 16 (Germany)"],
            page.Texts("section[aria-labelledby=before] > p"));
        Assert.Equal(["There is a café or bar."], page.Texts("section[aria-labelledby=expect] li"));
        var words = page.Html.QuerySelector("article")!.TextContent.Split(page.Html.QuerySelector(".sheet")!.TextContent)[0];
        foreach (var once in new[] { "Free", "94 minutes", "just come", "The Mall", "Arabic", "Not known" })
            Assert.Equal((once, 2), (once, words.Split(once).Length));
    }

    [Theory, OnEachDatabase]
    public async Task What_does_not_take_place_says_so_over_everything_and_names_what_does(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var off = await app.Programme.AddScreening(when: "2026-06-27 20:30", at: "First", series: "UK tour");
        await app.Programme.AddScreening(when: "2026-06-28 20:30", at: "Second");
        await app.Programme.AddScreening("Salt Harbour", "2026-06-29 20:30", "Third", "UK tour");
        await app.Programme.AddScreening(when: "2026-06-30 20:30", at: "Fourth");
        await app.Programme.AddScreening("Salt Harbour", "2026-06-28 12:00", "Elsewhere");
        await app.Programme.Change(off, s => s.Cancel("Snow."));
        var over = await app.Programme.AddScreening(when: "2014-06-27", at: "Fifth", series: "UK tour");

        var page = await app.AsVisitor().GetAsync($"/screenings/{off.Slug}");
        Assert.Equal("Cancelled. Snow.", page.Text(".bill > .state:first-child > .status-cancelled"));
        Assert.Equal(("Saturday 27 June", "20:30"), (page.Text(".bill-date s"), page.Text(".bill-time s")));
        Assert.Equal(["Next screenings of Return to Homs", "Sunday 28 June, 20:30 Second, London", "Monday 29 June, 20:30 Third, London"],
            page.Texts(".instead :is(p, li)"));
        page = await app.AsVisitor().GetAsync($"/screenings/{over.Slug}");
        Assert.Equal(("This screening is over.", "Took place on Friday 27 June 2014"),
            (page.Text(".bill > .state:first-child > .status-over"), page.Text(".bill-date")));
        Assert.Equal(["Sunday 28 June, 20:30 Second, London", "Tuesday 30 June, 20:30 Fourth, London"], page.Texts(".instead li"));
        Assert.Empty((await app.AsVisitor().GetAsync("/screenings/return-to-homs-second")).Html.QuerySelectorAll(".state, .bill s"));
    }

    [Theory, OnEachDatabase]
    public async Task Hostile_text_is_shown_as_it_was_typed_and_hostile_links_lead_nowhere(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        const string hostile = "\"><script>alert(1)</script>";
        var screening = await app.Programme.AddScreening(at: null, and: s =>
        {
            s.PlaceIn(hostile, hostile, null, "GB", "Europe/London");
            s.Title = hostile;
            s.PremiereNote = hostile;
            s.Description = hostile;
            s.BookingUrl = "javascript:alert(1)";
        });
        foreach (var path in new[] { $"/screenings/{screening.Slug}", "/screenings", "/" })
        {
            var page = await app.AsVisitor().GetAsync(path);
            Assert.Equal(200, page.Status);
            Assert.Empty(page.Html.QuerySelectorAll("script:not([src^='/js/site'], [type='application/ld+json'])"));
            Assert.All(page.Html.QuerySelectorAll("script[type='application/ld+json']"),
                data => Assert.DoesNotContain('<', data.TextContent));
            Assert.Equal(hostile, page.Text(path.Length > 12 ? "h1" : ".programme .title bdi"));
            Assert.Empty(page.Html.QuerySelectorAll("[href^='javascript']"));
        }
    }
}
