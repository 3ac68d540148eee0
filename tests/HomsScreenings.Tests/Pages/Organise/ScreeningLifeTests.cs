using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>The life of a screening, as an organiser leads it and a visitor sees it.</summary>
public sealed class ScreeningLifeTests
{
    [Theory, OnEachDatabase]
    public async Task From_entering_to_publishing_moving_cancelling_and_reinstating(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var film = await app.Programme.AddFilm("Return to Homs", 94);
        var venue = await app.Programme.AddVenue("Phoenix Cinema");
        var (organiser, visitor) = (await app.AsOrganiserAsync(Desk.Campaign), app.AsVisitor());

        var saved = await organiser.FillAsync("/organise/screenings/new", ("Input.Films[0].Film", $"{film}"), ("Input.Place", $"{venue}"),
            ("Input.Date", "2026-06-27"), ("Input.Time", "20:30"));
        Assert.Equal((302, "/organise/screenings/return-to-homs-phoenix-cinema-london-2026/edit"), (saved.Status, saved.Location));
        var slug = Desk.SlugOf(saved);
        var draft = await app.Stored(slug);
        Assert.Equal((ScreeningStatus.Draft, Instant.FromUtc(2026, 6, 27, 19, 30), Instant.FromUtc(2026, 6, 27, 21, 4), 0),
            (draft.Status, draft.StartsAt, draft.EndsAt, draft.Sequence));
        Assert.Equal((0, 0), await Seen(visitor));

        Assert.Equal(Desk.Edit(slug), (await organiser.FillAsync($"/organise/screenings/{slug}/publish")).Location);
        Assert.Equal((1, 1), await Seen(visitor)); // at the very next request
        Assert.Equal("Published: everybody can see it now.", (await organiser.GetAsync(Desk.Edit(slug))).Text(".done"));

        await organiser.FillAsync($"/organise/screenings/{slug}/reschedule",
            ("Input.Time", "21:30"), ("Input.Reason", "The hall is free later."));
        var moved = await app.Stored(slug);
        Assert.Equal((draft.Uid, 1, ScreeningStatus.Rescheduled), (moved.Uid, moved.Sequence, moved.Status));
        Assert.Equal((new LocalTime(21, 30), new LocalTime(20, 30)), (moved.Time, moved.PreviousTime));
        Assert.Equal(["Rescheduled. It was to be on Saturday 27 June 2026, 20:30. The hall is free later."],
            (await visitor.GetAsync("/screenings")).Texts(".screening .mark"));

        await organiser.FillAsync($"/organise/screenings/{slug}/cancel", ("Input.Reason", "The projector broke."));
        Assert.Equal(["Cancelled. The projector broke."],
            (await visitor.GetAsync("/screenings")).Texts(".screening .mark"));
        Assert.Equal((2, ScreeningStatus.Cancelled), Standing(await app.Stored(slug)));

        await organiser.FillAsync($"/organise/screenings/{slug}/reinstate");
        Assert.Equal((3, ScreeningStatus.Rescheduled), Standing(await app.Stored(slug)));

        await organiser.FillAsync($"/organise/screenings/{slug}/postpone", ("Input.Reason", "A date is sought."));
        Assert.Equal((4, ScreeningStatus.Postponed), Standing(await app.Stored(slug)));
        await organiser.FillAsync($"/organise/screenings/{slug}/move-online", ("Input.OnlineUrl", "https://example.org/live"));
        var online = await app.Stored(slug);
        Assert.Equal((5, ScreeningStatus.MovedOnline, "https://example.org/live", draft.Uid),
            (online.Sequence, online.Status, online.OnlineUrl, online.Uid));
        Assert.Equal(slug, online.Slug);
    }

    static (int, ScreeningStatus) Standing(Screening screening) => (screening.Sequence, screening.Status);

    static async Task<(int Home, int Programme)> Seen(Client visitor) =>
        ((await visitor.GetAsync("/")).Texts("li.screening").Count, (await visitor.GetAsync("/screenings")).Texts("li.screening").Count);

    [Theory, OnEachDatabase]
    public async Task One_save_of_the_form_is_one_step_of_the_sequence(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var portland = await app.Programme.AddVenue("Northwest Film Center", "Portland", "US", "America/Los_Angeles");
        var other = await app.Programme.AddFilm("Other", 60);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        await organiser.FillAsync(Desk.Edit(screening.Slug),
            ("Input.Place", $"{portland}"), ("Input.Date", "2026-07-01"), ("Input.Time", "19:00"),
            ("Input.Films[1].Film", $"{other}"), ("Input.TalkMinutes", "30"));
        var moved = await app.Stored(screening.Slug);
        Assert.Equal((1, ScreeningStatus.Rescheduled, new LocalDate(2026, 6, 27), screening.Slug),
            (moved.Sequence, moved.Status, moved.PreviousDate, moved.Slug));
        Assert.Equal((Instant.FromUtc(2026, 7, 2, 2, 0), Duration.FromMinutes(90 + 60 + 30)),
            (moved.StartsAt, moved.EndsAt - moved.StartsAt));

        Assert.Equal(302, (await organiser.FillAsync(Desk.Edit(screening.Slug), ("Input.Description", "Only words"))).Status);
        Assert.Equal((1, "Only words"), ((await app.Stored(screening.Slug)).Sequence, (await app.Stored(screening.Slug)).Description));
    }

    [Theory, OnEachDatabase]
    public async Task Saving_the_form_as_it_is_changes_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddPerson("Talal Derki");
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        await organiser.FillAsync(Desk.Edit(screening.Slug),
            ("Input.Speakers[0].Name", "Talal Derki"), ("Input.EndTime", "00:15"), ("Input.Languages", "ar"));
        var version = (await app.Stored(screening.Slug)).Version;
        Assert.Equal(302, (await organiser.FillAsync(Desk.Edit(screening.Slug))).Status);
        Assert.Equal(version, (await app.Stored(screening.Slug)).Version);
    }

    [Theory, OnEachDatabase]
    public async Task Publishing_says_what_is_missing_and_publishes_the_series_too(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddSeries("UK tour", published: false);
        var screening = await app.Programme.AddScreening(when: "2026-06-27",
            at: null, series: "UK tour", organisation: Desk.Campaign, published: false);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var asked = await organiser.GetAsync($"/organise/screenings/{screening.Slug}/publish");
        Assert.Equal(["no time", "no venue", "nothing said of access", "admission not said"],
            asked.Texts("section[aria-labelledby=missing] li"));
        Assert.Contains("Its series UK tour becomes public with it.", asked.Texts("main p"));
        await organiser.SubmitAsync(asked, $"/organise/screenings/{screening.Slug}/publish");
        Assert.NotNull(await app.InDbAsync(db => db.Series.Select(s => s.PublishedAt).SingleAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Publishing_warns_of_a_room_that_is_taken_and_of_somebody_who_would_be_in_two_cities(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddVenue("Hyde Park", "Leeds");
        Action<Screening> speaks = s => s.SetSpeakers([new Speaker { PersonId = talal }]);
        await app.Programme.AddScreening("Other", "2026-06-27 21:30");
        await app.Programme.AddScreening("Leeds talk", "2026-06-27 18:00", "Hyde Park", and: speaks);
        await app.Programme.AddScreening("Cancelled", "2026-06-27 20:30", and: s => s.Cancel(null));
        await app.Programme.AddScreening("Next day", "2026-06-28 20:30", "Hyde Park", and: speaks);
        await app.Programme.AddScreening("Hidden", "2026-06-27 20:30", organisation: "Others", published: false);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign, published: false, and: speaks);
        var asked = await (await app.AsOrganiserAsync(Desk.Campaign)).GetAsync($"/organise/screenings/{screening.Slug}/publish");
        Assert.Equal(
            ["At the same time in the same place: Other, Saturday 27 June 2026, 21:30, ICA.",
                "Talal Derki speaks in Leeds that day: Leeds talk, Saturday 27 June 2026, 18:00."],
            asked.Texts("section[aria-labelledby=clashes] li"));
    }

    [Theory, OnEachDatabase]
    public async Task Sent_twice_is_done_once(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var form = await organiser.GetAsync("/organise/screenings/new");
        (string, string?)[] typed = [("Input.Title", "Evening"), ("Input.City", "London"), ("Input.TimeZone", "Europe/London"),
            ("Input.Date", "2026-06-27"), ("Input.Time", "20:30"), ("Input.Speakers[0].Name", "New Person")];
        var once = await organiser.SubmitAsync(form, "/organise/screenings/new", changes: typed);
        var twice = await organiser.SubmitAsync(form, "/organise/screenings/new", changes: typed);
        Assert.Equal((once.Location, 1), (twice.Location, await app.Count()));
        var slug = Desk.SlugOf(once);

        foreach (var (verb, changes) in new (string, (string, string?)[])[]
            { ("publish", []), ("cancel", [("Input.Reason", "Flood")]),
                ("reinstate", []), ("postpone", []), ("reschedule", [("Input.Time", "21:00")]), ("move-online", []) })
        {
            var address = $"/organise/screenings/{slug}/{verb}";
            var page = await organiser.GetAsync(address);
            var first = await organiser.SubmitAsync(page, address, changes: changes);
            var version = (await app.Stored(slug)).Version;
            var second = await organiser.SubmitAsync(page, address, changes: changes);
            Assert.Equal((verb, 302, 302, version), (verb, first.Status, second.Status, (await app.Stored(slug)).Version));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Two_clicks_at_the_same_moment_make_one_screening(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var form = await organiser.GetAsync("/organise/screenings/new");
        var both = await Task.WhenAll(
            Enumerable.Range(0, 4)
                .Select(_ => organiser.SubmitAsync(form, "/organise/screenings/new", changes: ("Input.Title", "Evening"))));
        Assert.Equal((1, 1, true), (await app.Count(), both.Select(a => a.Location).Distinct().Count(), both.All(a => a.Status == 302)));
    }

    [Theory, OnEachDatabase]
    public async Task Only_what_was_never_public_is_deleted(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var shown = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var draft = await app.Programme.AddScreening(organisation: Desk.Campaign, published: false);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);

        var asked = await organiser.GetAsync($"/organise/screenings/{draft.Slug}/delete");
        var refused = await organiser.SubmitAsync(asked, $"/organise/screenings/{shown.Slug}/delete");
        Assert.Equal(
            (422,
                "The public has seen it, and some have it in their calendars. Cancel it instead: its page and their calendars then say so."), (refused.Status, refused.Text(".problems")));
        Assert.Equal(2, await app.Count());

        Assert.Equal("/organise/screenings", (await organiser.SubmitAsync(asked, $"/organise/screenings/{draft.Slug}/delete")).Location);
        Assert.Equal("/organise/screenings", (await organiser.SubmitAsync(asked, $"/organise/screenings/{draft.Slug}/delete")).Location);
        Assert.Equal(1, await app.Count());
        Assert.Equal(404, (await organiser.GetAsync($"/organise/screenings/{draft.Slug}/delete")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_draft_is_told_nothing_but_to_be_published_or_deleted(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var draft = await app.Programme.AddScreening(organisation: Desk.Campaign, published: false);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var anyForm = await organiser.GetAsync($"/organise/screenings/{draft.Slug}/publish");
        foreach (var verb in new[] { "cancel", "postpone", "reschedule", "move-online", "reinstate", "attendance" })
        {
            var answer = await organiser.SubmitAsync(anyForm, $"/organise/screenings/{draft.Slug}/{verb}");
            Assert.Equal((verb, 422, "It is a draft: nobody was promised it yet. Edit it, publish it or delete it."),
                (verb, answer.Status, answer.Text(".problems")));
        }
        Assert.Equal(ScreeningStatus.Draft, (await app.Stored(draft.Slug)).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Copies_are_drafts_with_uids_of_their_own(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign,
            and: s => { s.SetSpeakers([new Speaker { PersonId = talal }]); s.Captions = true; s.Cancel("Flood"); });
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var address = $"/organise/screenings/{screening.Slug}/duplicate";

        var wrong = await organiser.FillAsync(address, ("Input.Dates", "2026-07-01 20:30\n2026-03-29 01:30\nsoon"));
        Assert.Equal(422, wrong.Status);
        Assert.Equal(
            ["Line 2: The clocks in Europe/London go forward on 29 March 2026, from 01:00 to 02:00, and skip 01:30: there is no such time.",
                "Line 3: 'soon' is not a date and time such as 2026-12-01 19:30."], wrong.AllProblems());
        Assert.Equal("2026-07-01 20:30\n2026-03-29 01:30\nsoon", wrong.Typed("Input.Dates"));

        var page = await organiser.GetAsync(address);
        for (var click = 0; click < 2; click++)
            Assert.Equal("/organise/screenings?show=drafts",
                (await organiser.SubmitAsync(page, address, changes: ("Input.Dates", "2026-07-01 20:30\n2026-07-02"))).Location);
        var copies = await app.InDbAsync(
            db => db.Screenings.Where(s => s.Id != screening.Id).OrderBy(s => s.Date).Include(s => s.Films).Include(s => s.Speakers)
                .AsNoTracking().ToListAsync());
        Assert.Equal(2, copies.Count);
        Assert.Equal(["return-to-homs-ica-london-2026", "return-to-homs-ica-london-2026-2"], copies.Select(c => c.Slug));
        Assert.Equal([Instant.FromUtc(2026, 7, 1, 19, 30), null], copies.Select(c => c.StartsAt));
        Assert.All(
            copies,
            c => Assert.Equal((ScreeningStatus.Draft, null, 0, true, screening.VenueId, screening.OrganisationId),
                (c.Status, c.StatusReason, c.Sequence, c.Captions, c.VenueId, c.OrganisationId)));
        Assert.All(copies, c => Assert.Equal((talal, screening.Films[0].FilmId), (c.Speakers.Single().PersonId, c.Films.Single().FilmId)));
        Assert.Equal(3, copies.Select(c => c.Uid).Append(screening.Uid).Distinct().Count());
    }

    [Theory, OnEachDatabase]
    public async Task Who_came_is_counted_when_it_has_begun(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var past = await app.Programme.AddScreening(when: "2026-05-01 20:30", organisation: Desk.Campaign);
        var future = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        Assert.Equal(
            "It has not begun yet.", (await organiser.GetAsync($"/organise/screenings/{future.Slug}/attendance")).Text(".problems"));
        var wrong = await organiser.FillAsync($"/organise/screenings/{past.Slug}/attendance", ("Input.Attendance", "-3"));
        Assert.Equal((422, "Input_Attendance-error: A number from 0 to 1000000."), (wrong.Status, wrong.Problems().Single()));
        Assert.Equal(
            302,
            (await organiser.FillAsync($"/organise/screenings/{past.Slug}/attendance",
                ("Input.Attendance", "120"), ("Input.IsMinimum", "true"))).Status);
        var counted = await app.Stored(past.Slug);
        Assert.Equal((120, true), (counted.Attendance, counted.AttendanceIsMinimum));
    }
}
