using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>The form for a screening: what it accepts, what it says, what it keeps.</summary>
public sealed class ScreeningFormTests
{
    const string New = "/organise/screenings/new";

    [Theory, OnEachDatabase]
    public async Task Everything_that_is_typed_is_saved_and_shown_again(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var film = await app.Programme.AddFilm("Return to Homs",
            94, f => f.RunningTimes.Add(new() { Minutes = 90, Source = "Sundance", Position = 1 }));
        var cut = await app.InDbAsync(
            db => db.Films.SelectMany(f => f.RunningTimes).Where(r => r.Minutes == 90).Select(r => r.Id).SingleAsync());
        var venue = await app.Programme.AddVenue("ICA", and: v => v.SetRooms([("Cinema 1", 185)]));
        var room = await app.InDbAsync(db => db.Venues.SelectMany(v => v.Rooms).Select(r => r.Id).SingleAsync());
        var series = await app.Programme.AddSeries("UK tour");
        var organiser = await app.AsSiteEditorAsync();
        (string Name, string? Value)[] typed =
        [
            ("Input.Films[0].Film", $"{film}:{cut}"), ("Input.Title", "An evening"),
            ("Input.SeriesId", $"{series}"), ("Input.PremiereNote", "UK premiere"), ("Input.Description", "Come."),
            ("Input.Place", $"{venue}:{room}"), ("Input.Date", "2026-06-27"), ("Input.Time", "20:30"),
            ("Input.EndTime", "00:15"), ("Input.DoorsMinutes", "30"), ("Input.IntroductionMinutes", "5"), ("Input.TalkMinutes", "40"),
            ("Input.Speakers[0].Name", "Talal Derki"), ("Input.Languages", "ar, en"),
            ("Input.Subtitles", "en"), ("Input.Captions", "true"), ("Input.Relaxed", "true"),
            ("Input.Admission", "Ticketed"), ("Input.PriceFrom", "8.50"), ("Input.PriceTo", "12"), ("Input.Currency", "GBP"),
            ("Input.BookingUrl", "https://example.org/book"), ("Input.Capacity", "150"), ("Input.Slug", "an-evening"),
        ];
        var saved = await organiser.FillAsync(New, typed);
        Assert.Equal((302, Desk.Edit("an-evening")), (saved.Status, saved.Location));

        var stored = await app.Stored("an-evening");
        Assert.Equal(Instant.FromUtc(2026, 6, 27, 23, 15), stored.EndsAt);
        var shown = await organiser.GetAsync(Desk.Edit("an-evening"));
        foreach (var (name, value) in typed.Where(t => !t.Name.Contains("Price", StringComparison.Ordinal))) Assert.Equal(
            (name, value), (name, shown.Typed(name)));
        Assert.Equal((8.5m, 12m), (stored.PriceFrom, stored.PriceTo));
        Assert.Equal(("8.50", "12"), (shown.Typed("Input.PriceFrom"), shown.Typed("Input.PriceTo")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var ica = await app.Programme.AddVenue("ICA", and: v => v.SetRooms([("Cinema 1", null)]));
        var leeds = await app.Programme.AddVenue("Hyde Park", "Leeds", and: v => v.SetRooms([("Screen 1", null)]));
        var nowhere = await app.Programme.AddVenue("Nowhere", and: v => v.TimeZone = null);
        var leedsRoom = await app.InDbAsync(
            db => db.Venues.Where(v => v.Id == leeds).SelectMany(v => v.Rooms).Select(r => r.Id).SingleAsync());
        var film = await app.Programme.AddFilm("Return to Homs");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var (title, place, date, time) = (("Input.Title", "Evening"),
            ("Input.Place", $"{ica}"), ("Input.Date", "2026-06-27"), ("Input.Time", "20:30"));
        const string skipped =
            "The clocks in Europe/London go forward on 29 March 2026, from 01:00 to 02:00, and skip 01:30: there is no such time.";
        const string twice =
            "The clocks in Europe/London go back on 25 October 2026, from 02:00 to 01:00, and show 01:30 twice: say whether the first or the second is meant.";
        (string Problem, (string, string?)[] Typed)[] mistakes =
        [
            ("Input_Title-error: Choose a film, or give it a title of its own.", []),
            ("Input_Title-error: Title of its own is at most 200 characters long.", [("Input.Title", new string('x', 201))]),
            ("Input_Date-error: A time needs a date.", [title, place, time]),
            ("Input_TimeZone-error: A date needs the time zone of its place: choose a venue, or a time zone.", [title, date]),
            ("Input_TimeZone-error: A date needs a time zone, and Nowhere has none yet: enter it at the venue first.",
                [title, date, ("Input.Place", $"{nowhere}")]),
            ("Input_TimeZone-error: Nowhere has no time zone yet: enter it there, and leave it empty here.",
                [title, date, ("Input.Place", $"{nowhere}"), ("Input.TimeZone", "Europe/London")]),
            ("Input_TimeZone-error: The clocks of ICA count, which go by Europe/London: leave the time zone empty.",
                [title, date, place, ("Input.TimeZone", "Europe/Paris")]),
            ("Input_TimeZone-error: Time zone is a name such as Europe/London; choose one of the list.",
                [title, ("Input.TimeZone", "Mars/Olympus")]),
            ("Input_Time-error: " + skipped, [title, place, ("Input.Date", "2026-03-29"), ("Input.Time", "01:30")]),
            ("Input_Time-error: " + twice, [title, place, ("Input.Date", "2026-10-25"), ("Input.Time", "01:30")]),
            ("Input_Time-error: An end needs a beginning: when does it start?", [title, place, date, ("Input.EndTime", "22:00")]),
            ("Input_EndTime-error: The end is the same as the beginning. Leave it empty to have it worked out.",
                [title, place, date, time, ("Input.EndTime", "20:30")]),
            ("Input_Date-error: The date lies before the first film ever, or too far ahead.", [title, place, ("Input.Date", "0026-06-27")]),
            ("Input_Date-error: 'soon' is not a value for Date.", [title, place, ("Input.Date", "soon")]),
            ("Input_Place-error: ICA has no such room; choose again.", [title, ("Input.Place", $"{ica}:{leedsRoom}")]),
            ("Input_Place-error: This venue is no longer there; choose again.", [title, ("Input.Place", "99999")]),
            ("Input_Place-error: This venue is no longer there; choose again.", [title, ("Input.Place", "1:2:3")]),
            ("Input_Place-error: Choose a venue, or say part of town, city, region and country; not both.",
                [title, place, ("Input.City", "Leeds")]),
            ("Input_Country-error: Country is a country code of two letters, such as GB or US.", [title, ("Input.Country", "XX")]),
            ("Input_Films_0__Film-error: This film, or this cut of it, is no longer there; choose again.",
                [("Input.Films[0].Film", $"{film}:99999")]),
            ("Input_Films_0__Film-error: This film, or this cut of it, is no longer there; choose again.", [("Input.Films[0].Film", "x")]),
            ("Input_Films_1__Film-error: 'Return to Homs' is chosen twice.",
                [("Input.Films[0].Film", $"{film}"), ("Input.Films[1].Film", $"{film}")]),
            ("Input_SeriesId-error: This series is no longer there, or not yours; choose again.", [title, ("Input.SeriesId", "99999")]),
            ("Input_Speakers_1__Name-error: Talal Derki is named twice.",
                [title, ("Input.Speakers[0].Name", "Talal Derki"), ("Input.Speakers[1].Name", "TALAL DERKI")]),
            ("Input_Speakers_0__Name-error: A name needs a letter or a digit.", [title, ("Input.Speakers[0].Name", "?")]),
            ("Input_DoorsMinutes-error: Minutes from 0 to 1440.", [title, ("Input.DoorsMinutes", "-5")]),
            ("Input_Languages-error: Languages is a list of language tags, such as 'ar, en'.", [title, ("Input.Languages", "Arabic!")]),
            ("Input_PriceTo-error: The highest price is lower than the lowest.",
                [title, ("Input.Admission", "Ticketed"), ("Input.PriceFrom", "10"), ("Input.PriceTo", "8"), ("Input.Currency", "GBP")]),
            ("Input_PriceFrom-error: Price from is an amount of money from 0 on, such as 12.50.",
                [title, ("Input.Admission", "Ticketed"), ("Input.PriceFrom", "-1"), ("Input.Currency", "GBP")]),
            ("Input_PriceFrom-error: '1,250' can be read in two ways: write 1250, or 1.25.",
                [title, ("Input.Admission", "Ticketed"), ("Input.PriceFrom", "1,250"), ("Input.Currency", "EUR")]),
            ("Input_PriceTo-error: An amount in JPY has no decimals.",
                [title, ("Input.Admission", "Ticketed"), ("Input.PriceTo", "1800.55"), ("Input.Currency", "JPY")]),
            ("Input_Currency-error: Currency is the code of a currency in three letters, such as GBP or USD.",
                [title, ("Input.Currency", "ZZZ")]),
            ("Input_Description-error: Description holds too many marks within marks to be shown.",
                [title, ("Input.Description", new string('>', 140) + "x")]),
            ("Input_Currency-error: A price needs its currency, such as GBP.",
                [title, ("Input.Admission", "Ticketed"), ("Input.PriceFrom", "8")]),
            ("Input_Currency-error: Currency is the code of a currency in three letters, such as GBP or USD.", [title, ("Input.Currency", "£")]),
            ("Input_Admission-error: Prices go with tickets, or with 'pay what you can'.",
                [title, ("Input.Admission", "Free"), ("Input.PriceFrom", "8"), ("Input.Currency", "GBP")]),
            ("Input_Admission-error: With a link to book, say what it takes to get in.",
                [title, ("Input.BookingUrl", "https://example.org")]),
            ("Input_BookingUrl-error: Link to book is a web address such as https://example.org.",
                [title, ("Input.Admission", "Free"), ("Input.BookingUrl", "javascript:alert(1)")]),
            ("Input_Capacity-error: 'many' is not a value for Seats.", [title, ("Input.Capacity", "many")]),
            ("Input_Slug-error: Address has Latin letters, digits and single hyphens only, such as 'return-to-homs'.",
                [title, ("Input.Slug", "Not A Slug")]),
        ];
        foreach (var (problem, typed) in mistakes)
        {
            var answer = await organiser.FillAsync(New, [("Input.Description", "Kept <b>as typed</b>"), .. typed]);
            Assert.Equal((422, problem), (answer.Status, string.Join(" | ", answer.Problems())));
            if (!problem.Contains("Description", StringComparison.Ordinal))
                Assert.Equal("Kept <b>as typed</b>", answer.Typed("Input.Description"));
            foreach (var (name, value) in typed.Where(t => answer.Offers(t.Item1, t.Item2))) Assert.Equal(
                (problem, name, value), (problem, name, answer.Typed(name)));
        }
        Assert.Equal(0, await app.Count());
    }

    [Theory, OnEachDatabase]
    public async Task Amounts_numbers_and_dates_are_taken_as_they_are_typed_in_any_script(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var venue = await app.Programme.AddVenue("ICA");
        var organiser = await app.AsSiteEditorAsync();
        foreach (var (typed, currency, stored, shown, said) in new[]
        {
            ("12,50", "EUR", 12.5m, "12.50", "Tickets €12.50"), ("١٢٫٥٠", "EUR", 12.5m, "12.50", "Tickets €12.50"),
            ("1.125", "KWD", 1.125m, "1.125", "Tickets 1.125 KWD"), ("3,5", "JOD", 3.5m, "3.50", "Tickets 3.500 JOD"),
            ("1 500 000", "LBP", 1_500_000m, "1500000", "Tickets 1500000 LBP"),
        })
        {
            var saved = await organiser.FillAsync(New, ("Input.Title", "Evening"), ("Input.Place", $"{venue}"),
                ("Input.Date", "٢٠٢٦-٠٦-٢٧"), ("Input.Time", "۲۰:۳۰"), ("Input.TalkMinutes", "４０"), ("Input.Capacity", "١٥٠"),
                ("Input.Admission", "Ticketed"), ("Input.PriceFrom", typed), ("Input.Currency", currency));
            Assert.Equal(302, saved.Status);
            var slug = Desk.SlugOf(saved);
            var screening = await app.Stored(slug);
            Assert.Equal((new LocalDate(2026, 6, 27), new LocalTime(20, 30), 40, 150, stored),
                (screening.Date, screening.Time, screening.TalkMinutes, screening.Capacity, screening.PriceFrom));
            Assert.Equal(shown, (await organiser.GetAsync(Desk.Edit(slug))).Typed("Input.PriceFrom"));
            await app.Programme.Change(screening, s => s.Publish(app.Clock.Now));
            Assert.Contains(said, (await app.AsVisitor().GetAsync($"/screenings/{slug}")).Text("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_is_kept_as_an_address_the_whole_of_which_is_the_link()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        foreach (var (typed, kept) in new[]
        {
            (" https://example.org/a b?q=\"حمص\" ", "https://example.org/a%20b?q=%22%D8%AD%D9%85%D8%B5%22"),
            ("https://example.org", "https://example.org"), ("https://example.org/%7Ehoms", "https://example.org/%7Ehoms"),
        })
        {
            var saved = await organiser.FillAsync(New,
                ("Input.Title", "Evening"), ("Input.Admission", "Free"), ("Input.BookingUrl", typed));
            Assert.Equal(kept, (await app.Stored(Desk.SlugOf(saved))).BookingUrl);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_time_that_comes_twice_is_asked_for_and_then_taken(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var venue = await app.Programme.AddVenue("ICA");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var form = await organiser.GetAsync(New);
        Assert.Null(form.Html.QuerySelector("input[name='Input.SecondTime']"));
        var asked = await organiser.SubmitAsync(form,
            New, changes: [("Input.Title", "Late"), ("Input.Place", $"{venue}"), ("Input.Date", "2026-10-25"), ("Input.Time", "01:30")]);
        Assert.Equal((422, 2), (asked.Status, asked.Html.QuerySelectorAll("input[type=radio][name='Input.SecondTime']").Length));
        var saved = await organiser.SubmitAsync(asked, New, changes: ("Input.SecondTime", "true"));
        var slug = Desk.SlugOf(saved);
        Assert.Equal((Instant.FromUtc(2026, 10, 25, 1, 30), new LocalDate(2026, 10, 24)),
            ((await app.Stored(slug)).StartsAt, (await app.Stored(slug)).ProgrammeDate));
        await organiser.FillAsync(Desk.Edit(slug), ("Input.SecondTime", "false"));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), (await app.Stored(slug)).StartsAt);
    }

    [Theory, OnEachDatabase]
    public async Task Speakers_are_known_people_or_become_known(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var saved = await organiser.FillAsync(New, ("Input.Title", "Evening"),
            ("Input.Speakers[0].Name", "New Speaker"), ("Input.Speakers[2].Name", "talal derki"));
        var people = await app.InDbAsync(
            db => db.Screenings.SelectMany(s => s.Speakers).OrderBy(s => s.Position)
                .Select(s => new { s.Person.Name, s.Person.Slug, s.PersonId, s.Person.OrganisationId }).ToListAsync());
        Assert.Equal(["New Speaker", "Talal Derki"], people.Select(p => p.Name));
        Assert.Equal((talal, "new-speaker", true), (people[1].PersonId, people[0].Slug, people[0].OrganisationId is not null));

        await app.InDbAsync(
            async db => { db.People.Add(new() { Name = "Talal Derki", Slug = "talal-derki-2" }); await db.SaveChangesAsync(); });
        var asked = await organiser.FillAsync(New, ("Input.Title", "Evening"), ("Input.Speakers[0].Name", "Talal Derki"));
        Assert.Equal(
            ["Input_Speakers_0__Name-error: Several people are called Talal Derki: choose 'Talal Derki (talal-derki)' or 'Talal Derki (talal-derki-2)'."], asked.Problems());
        Assert.Contains("Talal Derki (talal-derki-2)", asked.Html.QuerySelectorAll("#people option").Select(o => o.GetAttribute("value")));
        await organiser.SubmitAsync(asked, New, changes: ("Input.Speakers[0].Name", "Talal Derki (talal-derki-2)"));
        Assert.Equal(3, await app.InDbAsync(db => db.People.CountAsync()));
        Assert.Equal("talal-derki-2",
            await app.InDbAsync(db => db.Screenings.OrderBy(s => s.Id).Select(s => s.Speakers.Single().Person.Slug).LastAsync()));
        Assert.Equal(302, (await organiser.FillAsync(saved.Location!)).Status); // the name stands for the one who was meant
    }

    [Theory, OnEachDatabase]
    public async Task More_rows_come_without_saving_and_keep_what_was_typed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var more = await organiser.FillAsync(New, "form.stacked", "more", ("Input.Description", "Half"), ("Input.Date", "soon"));
        Assert.Equal(
            (200, 6, 6, "Half"),
            (more.Status, more.Html.QuerySelectorAll("select[name$='.Film']").Length,
                more.Html.QuerySelectorAll("input[name$='.Name']").Length, more.Text("#Input_Description")));
        Assert.Empty(more.AllProblems());
        Assert.Equal(0, await app.Count());
    }

    [Theory, OnEachDatabase]
    public async Task A_drafts_address_follows_it_until_somebody_chooses_one_or_the_public_knows_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var venue = await app.Programme.AddVenue("ICA");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var address = (await organiser.FillAsync(New, ("Input.Title", "Evening"))).Location!;
        Assert.Equal(Desk.Edit("evening"), address);
        address = (await organiser.FillAsync(address, ("Input.Place", $"{venue}"), ("Input.Date", "2026-06-27"))).Location!;
        Assert.Equal(Desk.Edit("evening-ica-london-2026"), address);
        Assert.Equal((301, address),
            ((await organiser.GetAsync(Desk.Edit("evening"))).Status, (await organiser.GetAsync(Desk.Edit("evening"))).Location));
        address = (await organiser.FillAsync(address, ("Input.Slug", "my-own"))).Location!;
        address = (await organiser.FillAsync(address, ("Input.Title", "Night"))).Location!;
        Assert.Equal(Desk.Edit("my-own"), address);
        address = (await organiser.FillAsync(address, ("Input.Slug", null))).Location!;
        Assert.Equal(Desk.Edit("night-ica-london-2026"), address);
        await organiser.FillAsync("/organise/screenings/night-ica-london-2026/publish");
        address = (await organiser.FillAsync(address, ("Input.Title", "Morning"), ("Input.Slug", null))).Location!;
        Assert.Equal(Desk.Edit("night-ica-london-2026"), address);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_public_was_promised_is_not_simply_taken_away(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var taken = await organiser.FillAsync(Desk.Edit(screening.Slug), ("Input.Date", ""), ("Input.Time", ""));
        Assert.Equal(["Input_Date-error: The public has been told a date: change it, or postpone the screening."], taken.Problems());
        await organiser.FillAsync($"/organise/screenings/{screening.Slug}/cancel");
        var moved = await organiser.FillAsync(Desk.Edit(screening.Slug), ("Input.Date", "2026-07-01"));
        Assert.Equal(["Input_Date-error: It does not take place at the moment: reschedule or reinstate it to give it another date."],
            moved.Problems());
        var same = await organiser.FillAsync($"/organise/screenings/{screening.Slug}/reschedule");
        Assert.Equal(["Input_Date-error: That is the date and time that it has already."], same.Problems());
        var undated = await organiser.FillAsync($"/organise/screenings/{screening.Slug}/reschedule",
            ("Input.Date", ""), ("Input.Time", ""));
        Assert.Equal(["Input_Date-error: To which date? If there is none yet, postpone it."], undated.Problems());
        await organiser.FillAsync($"/organise/screenings/{screening.Slug}/reschedule", ("Input.Date", "2026-07-01"));
        Assert.Equal(
            (ScreeningStatus.Rescheduled, 2), ((await app.Stored(screening.Slug)).Status, (await app.Stored(screening.Slug)).Sequence));
    }

    [Theory, OnEachDatabase]
    public async Task Two_at_once_see_what_the_other_changed_and_lose_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var (one, other) = (await app.AsOrganiserAsync(Desk.Campaign), await app.AsOrganiserAsync(Desk.Campaign));
        var address = Desk.Edit(screening.Slug);
        var open = await one.GetAsync(address);
        await other.FillAsync(address, ("Input.Title", "Theirs"));

        var overtaken = await one.SubmitAsync(open, address, changes: ("Input.Title", "Mine"));
        Assert.Equal(409, overtaken.Status);
        Assert.Equal(["Title: nothing → Theirs"], overtaken.Texts(".conflict li"));
        Assert.Contains(other.Email!, overtaken.Text(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Mine", overtaken.Typed("Input.Title"));
        Assert.Equal("Theirs", (await app.Stored(screening.Slug)).Title);

        Assert.Equal(302, (await one.SubmitAsync(overtaken, address)).Status);
        Assert.Equal("Mine", (await app.Stored(screening.Slug)).Title);
        Assert.Equal(["Title: nothing → Theirs", "Title: Theirs → Mine"], (await one.GetAsync(address)).Texts(".history li li"));

        var asked = await one.GetAsync($"/organise/screenings/{screening.Slug}/cancel");
        await other.FillAsync(address, ("Input.Title", "Theirs again"));
        var late = await one.SubmitAsync(asked, $"/organise/screenings/{screening.Slug}/cancel", changes: ("Input.Reason", "Flood"));
        Assert.Equal((409, "Flood", ScreeningStatus.Published),
            (late.Status, late.Text("#Input_Reason"), (await app.Stored(screening.Slug)).Status));
        Assert.Equal(302, (await one.SubmitAsync(late, $"/organise/screenings/{screening.Slug}/cancel")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_stranger_finds_nothing_at_any_address(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var shown = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var draft = await app.Programme.AddScreening("Hidden film", organisation: Desk.Campaign, published: false);
        var series = await app.Programme.AddSeries("Hidden tour", published: false);
        var stranger = await app.AsOrganiserAsync("Strangers");
        var ownForm = await stranger.GetAsync(New);
        foreach (var verb in new[] { "edit", "publish", "cancel",
            "postpone", "reschedule", "move-online", "reinstate", "duplicate", "delete", "attendance" })
            foreach (var slug in new[] { shown.Slug, draft.Slug, "no-such-screening" })
            {
                var address = $"/organise/screenings/{slug}/{verb}";
                Assert.Equal((address, 404, 404),
                    (address, (await stranger.GetAsync(address)).Status, (await stranger.SubmitAsync(ownForm, address)).Status));
                Assert.Equal((address, 302), (address, (await app.AsVisitor().GetAsync(address)).Status));
            }
        foreach (var verb in new[] { "edit", "publish", "delete" })
            Assert.Equal(
                (404, 404),
                ((await stranger.GetAsync($"/organise/series/hidden-tour/{verb}")).Status,
                    (await stranger.SubmitAsync(ownForm, $"/organise/series/hidden-tour/{verb}")).Status));
        foreach (var list in new[] { "/organise", "/organise/screenings?show=all", "/organise/series", New })
            Assert.DoesNotContain("Hidden tour", (await stranger.GetAsync(list)).Body, StringComparison.Ordinal);
        Assert.Equal("0 screenings", (await stranger.GetAsync("/organise/screenings?show=all")).Text(".count"));
        var foreign = await stranger.FillAsync(New, ("Input.Title", "Evening"), ("Input.SeriesId", $"{series}"));
        Assert.Equal(["Input_SeriesId-error: This series is no longer there, or not yours; choose again."], foreign.Problems());
        Assert.Equal(2, await app.Count());
    }
}
