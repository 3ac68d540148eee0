using HomsScreenings.Screenings;
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
        var film = await app.Programme.AddFilm("Return to Homs", 94, f => f.RunningTimes.Add(new() { Minutes = 90, Source = "Sundance", Position = 1 }));
        var cut = await app.InDbAsync(db => db.Films.SelectMany(f => f.RunningTimes).Where(r => r.Minutes == 90).Select(r => r.Id).SingleAsync());
        var venue = await app.Programme.AddVenue("ICA", and: v => v.SetRooms([("Cinema 1", 185)]));
        var room = await app.InDbAsync(db => db.Venues.SelectMany(v => v.Rooms).Select(r => r.Id).SingleAsync());
        var series = await app.Programme.AddSeries("UK tour");
        var organiser = await app.AsSiteEditorAsync();
        (string Name, string? Value)[] typed =
        [
            ("Draft.Films[0].Film", $"{film}:{cut}"), ("Draft.Title", "An evening"), ("Draft.SeriesId", $"{series}"), ("Draft.PremiereNote", "UK premiere"), ("Draft.Description", "Come."),
            ("Draft.Place", $"{venue}:{room}"), ("Draft.Date", "2026-06-27"), ("Draft.Time", "20:30"), ("Draft.EndTime", "00:15"), ("Draft.DoorsMinutes", "30"), ("Draft.IntroductionMinutes", "5"), ("Draft.TalkMinutes", "40"),
            ("Draft.Speakers[0].Name", "Talal Derki"), ("Draft.Languages", "ar, en"), ("Draft.Subtitles", "en"), ("Draft.Captions", "true"), ("Draft.Relaxed", "true"),
            ("Draft.Admission", "Ticketed"), ("Draft.PriceFrom", "8.50"), ("Draft.PriceTo", "12"), ("Draft.Currency", "GBP"), ("Draft.BookingUrl", "https://example.org/book"), ("Draft.Capacity", "150"), ("Draft.Slug", "an-evening"),
        ];
        var saved = await organiser.FillAsync(New, typed);
        Assert.Equal((302, Desk.Edit("an-evening")), (saved.Status, saved.Location));

        var stored = await app.Stored("an-evening");
        Assert.Equal(Instant.FromUtc(2026, 6, 27, 23, 15), stored.EndsAt);
        var shown = await organiser.GetAsync(Desk.Edit("an-evening"));
        foreach (var (name, value) in typed.Where(t => !t.Name.Contains("Price", StringComparison.Ordinal))) Assert.Equal((name, value), (name, shown.Typed(name)));
        Assert.Equal((8.5m, 12m), (stored.PriceFrom, stored.PriceTo));
        Assert.Equal(("8.50", "12"), (shown.Typed("Draft.PriceFrom"), shown.Typed("Draft.PriceTo")));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var ica = await app.Programme.AddVenue("ICA", and: v => v.SetRooms([("Cinema 1", null)]));
        var leeds = await app.Programme.AddVenue("Hyde Park", "Leeds", and: v => v.SetRooms([("Screen 1", null)]));
        var nowhere = await app.Programme.AddVenue("Nowhere", and: v => v.TimeZone = null);
        var leedsRoom = await app.InDbAsync(db => db.Venues.Where(v => v.Id == leeds).SelectMany(v => v.Rooms).Select(r => r.Id).SingleAsync());
        var film = await app.Programme.AddFilm("Return to Homs");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var (title, place, date, time) = (("Draft.Title", "Evening"), ("Draft.Place", $"{ica}"), ("Draft.Date", "2026-06-27"), ("Draft.Time", "20:30"));
        const string skipped = "The clocks in Europe/London go forward on 29 March 2026, from 01:00 to 02:00, and skip 01:30: there is no such time.";
        const string twice = "The clocks in Europe/London go back on 25 October 2026, from 02:00 to 01:00, and show 01:30 twice: say whether the first or the second is meant.";
        (string Problem, (string, string?)[] Typed)[] mistakes =
        [
            ("Draft_Title-error: Choose a film, or give it a title of its own.", []),
            ("Draft_Title-error: Title of its own has at most 200 characters.", [("Draft.Title", new string('x', 201))]),
            ("Draft_Date-error: A time needs a date.", [title, place, time]),
            ("Draft_TimeZone-error: A date needs the time zone of its place: choose a venue, or a time zone.", [title, date]),
            ("Draft_TimeZone-error: A date needs a time zone, and Nowhere has none yet: enter it at the venue first.", [title, date, ("Draft.Place", $"{nowhere}")]),
            ("Draft_TimeZone-error: Nowhere has no time zone yet: enter it there, and leave it empty here.", [title, date, ("Draft.Place", $"{nowhere}"), ("Draft.TimeZone", "Europe/London")]),
            ("Draft_TimeZone-error: The clocks of ICA count, which go by Europe/London: leave the time zone empty.", [title, date, place, ("Draft.TimeZone", "Europe/Paris")]),
            ("Draft_TimeZone-error: Time zone is a name such as Europe/London; choose one of the list.", [title, ("Draft.TimeZone", "Mars/Olympus")]),
            ("Draft_Time-error: " + skipped, [title, place, ("Draft.Date", "2026-03-29"), ("Draft.Time", "01:30")]),
            ("Draft_Time-error: " + twice, [title, place, ("Draft.Date", "2026-10-25"), ("Draft.Time", "01:30")]),
            ("Draft_Time-error: An end needs a beginning: when does it start?", [title, place, date, ("Draft.EndTime", "22:00")]),
            ("Draft_EndTime-error: The end is the same as the beginning. Leave it empty to have it worked out.", [title, place, date, time, ("Draft.EndTime", "20:30")]),
            ("Draft_Date-error: The date lies before the first screening ever, or too far ahead.", [title, place, ("Draft.Date", "0026-06-27")]),
            ("Draft_Date-error: 'soon' is not a value for Date.", [title, place, ("Draft.Date", "soon")]),
            ("Draft_Place-error: ICA has no such room; choose again.", [title, ("Draft.Place", $"{ica}:{leedsRoom}")]),
            ("Draft_Place-error: This venue is no longer there; choose again.", [title, ("Draft.Place", "99999")]),
            ("Draft_Place-error: This venue is no longer there; choose again.", [title, ("Draft.Place", "1:2:3")]),
            ("Draft_Place-error: Choose a venue, or say part of town, city, region and country; not both.", [title, place, ("Draft.City", "Leeds")]),
            ("Draft_Country-error: Country is a country code of two letters, such as GB or US.", [title, ("Draft.Country", "XX")]),
            ("Draft_Films_0__Film-error: This film, or this cut of it, is no longer there; choose again.", [("Draft.Films[0].Film", $"{film}:99999")]),
            ("Draft_Films_0__Film-error: This film, or this cut of it, is no longer there; choose again.", [("Draft.Films[0].Film", "x")]),
            ("Draft_Films_1__Film-error: 'Return to Homs' is chosen twice.", [("Draft.Films[0].Film", $"{film}"), ("Draft.Films[1].Film", $"{film}")]),
            ("Draft_SeriesId-error: This series is no longer there, or not yours; choose again.", [title, ("Draft.SeriesId", "99999")]),
            ("Draft_Speakers_1__Name-error: Talal Derki is named twice.", [title, ("Draft.Speakers[0].Name", "Talal Derki"), ("Draft.Speakers[1].Name", "TALAL DERKI")]),
            ("Draft_Speakers_0__Name-error: This is no name.", [title, ("Draft.Speakers[0].Name", "?")]),
            ("Draft_DoorsMinutes-error: Minutes from 0 to 1440.", [title, ("Draft.DoorsMinutes", "-5")]),
            ("Draft_Languages-error: Languages is a list of language tags, such as 'ar, en'.", [title, ("Draft.Languages", "Arabic!")]),
            ("Draft_PriceTo-error: The highest price is lower than the lowest.", [title, ("Draft.Admission", "Ticketed"), ("Draft.PriceFrom", "10"), ("Draft.PriceTo", "8"), ("Draft.Currency", "GBP")]),
            ("Draft_PriceFrom-error: A price lies between 0 and 1000000.", [title, ("Draft.Admission", "Ticketed"), ("Draft.PriceFrom", "-1"), ("Draft.Currency", "GBP")]),
            ("Draft_Currency-error: A price needs its currency, such as GBP.", [title, ("Draft.Admission", "Ticketed"), ("Draft.PriceFrom", "8")]),
            ("Draft_Currency-error: Currency is a code of three letters, such as GBP or USD.", [title, ("Draft.Currency", "£")]),
            ("Draft_Admission-error: Prices go with tickets, or with 'pay what you can'.", [title, ("Draft.Admission", "Free"), ("Draft.PriceFrom", "8"), ("Draft.Currency", "GBP")]),
            ("Draft_Admission-error: With a link to book, say what it takes to get in.", [title, ("Draft.BookingUrl", "https://example.org")]),
            ("Draft_BookingUrl-error: Link to book is a web address such as https://example.org.", [title, ("Draft.Admission", "Free"), ("Draft.BookingUrl", "javascript:alert(1)")]),
            ("Draft_Capacity-error: 'many' is not a value for Seats.", [title, ("Draft.Capacity", "many")]),
            ("Draft_Slug-error: Address has Latin letters, digits and single hyphens only, such as 'return-to-homs'.", [title, ("Draft.Slug", "Not A Slug")]),
        ];
        foreach (var (problem, typed) in mistakes)
        {
            var answer = await organiser.FillAsync(New, [.. typed, ("Draft.Description", "Kept <b>as typed</b>")]);
            Assert.Equal((422, problem), (answer.Status, string.Join(" | ", answer.Problems())));
            Assert.Equal("Kept <b>as typed</b>", answer.Typed("Draft.Description"));
            foreach (var (name, value) in typed.Where(t => answer.Offers(t.Item1, t.Item2))) Assert.Equal((problem, name, value), (problem, name, answer.Typed(name)));
        }
        Assert.Equal(0, await app.Count());
    }

    [Theory, OnEachDatabase]
    public async Task A_time_that_comes_twice_is_asked_for_and_then_taken(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var venue = await app.Programme.AddVenue("ICA");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var form = await organiser.GetAsync(New);
        Assert.Null(form.Html.QuerySelector("input[name='Draft.SecondTime']"));
        var asked = await organiser.SubmitAsync(form, New, changes: [("Draft.Title", "Late"), ("Draft.Place", $"{venue}"), ("Draft.Date", "2026-10-25"), ("Draft.Time", "01:30")]);
        Assert.Equal((422, 2), (asked.Status, asked.Html.QuerySelectorAll("input[type=radio][name='Draft.SecondTime']").Length));
        var saved = await organiser.SubmitAsync(asked, New, changes: ("Draft.SecondTime", "true"));
        var slug = Desk.SlugOf(saved);
        Assert.Equal((Instant.FromUtc(2026, 10, 25, 1, 30), new LocalDate(2026, 10, 24)), ((await app.Stored(slug)).StartsAt, (await app.Stored(slug)).ProgrammeDate));
        await organiser.FillAsync(Desk.Edit(slug), ("Draft.SecondTime", "false"));
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), (await app.Stored(slug)).StartsAt);
    }

    [Theory, OnEachDatabase]
    public async Task Speakers_are_known_people_or_become_known(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var saved = await organiser.FillAsync(New, ("Draft.Title", "Evening"), ("Draft.Speakers[0].Name", "New Speaker"), ("Draft.Speakers[2].Name", "talal derki"));
        var people = await app.InDbAsync(db => db.Screenings.SelectMany(s => s.Speakers).OrderBy(s => s.Position).Select(s => new { s.Person.Name, s.Person.Slug, s.PersonId, s.Person.OrganisationId }).ToListAsync());
        Assert.Equal(["New Speaker", "Talal Derki"], people.Select(p => p.Name));
        Assert.Equal((talal, "new-speaker", true), (people[1].PersonId, people[0].Slug, people[0].OrganisationId is not null));

        await app.InDbAsync(async db => { db.People.Add(new() { Name = "Talal Derki", Slug = "talal-derki-2" }); await db.SaveChangesAsync(); });
        var asked = await organiser.FillAsync(New, ("Draft.Title", "Evening"), ("Draft.Speakers[0].Name", "Talal Derki"));
        Assert.Equal(["Draft_Speakers_0__Name-error: Several people are called Talal Derki: write 'Talal Derki [talal-derki]' or 'Talal Derki [talal-derki-2]'."], asked.Problems());
        await organiser.SubmitAsync(asked, New, changes: ("Draft.Speakers[0].Name", "Talal Derki [talal-derki-2]"));
        Assert.Equal(3, await app.InDbAsync(db => db.People.CountAsync()));
        Assert.Equal(302, (await organiser.FillAsync(saved.Location!)).Status); // the name stands for the one who was meant
    }

    [Theory, OnEachDatabase]
    public async Task More_rows_come_without_saving_and_keep_what_was_typed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var more = await organiser.FillAsync(New, "form.stacked", "more", ("Draft.Description", "Half"), ("Draft.Date", "soon"));
        Assert.Equal((200, 6, 6, "Half"), (more.Status, more.Html.QuerySelectorAll("select[name$='.Film']").Length, more.Html.QuerySelectorAll("input[name$='.Name']").Length, more.Text("#Draft_Description")));
        Assert.Empty(more.AllProblems());
        Assert.Equal(0, await app.Count());
    }

    [Theory, OnEachDatabase]
    public async Task A_drafts_address_follows_it_until_somebody_chooses_one_or_the_public_knows_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var venue = await app.Programme.AddVenue("ICA");
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var address = (await organiser.FillAsync(New, ("Draft.Title", "Evening"))).Location!;
        Assert.Equal(Desk.Edit("evening"), address);
        address = (await organiser.FillAsync(address, ("Draft.Place", $"{venue}"), ("Draft.Date", "2026-06-27"))).Location!;
        Assert.Equal(Desk.Edit("evening-ica-london-2026"), address);
        Assert.Equal((301, address), ((await organiser.GetAsync(Desk.Edit("evening"))).Status, (await organiser.GetAsync(Desk.Edit("evening"))).Location));
        address = (await organiser.FillAsync(address, ("Draft.Slug", "my-own"))).Location!;
        address = (await organiser.FillAsync(address, ("Draft.Title", "Night"))).Location!;
        Assert.Equal(Desk.Edit("my-own"), address);
        address = (await organiser.FillAsync(address, ("Draft.Slug", null))).Location!;
        Assert.Equal(Desk.Edit("night-ica-london-2026"), address);
        await organiser.FillAsync("/organise/screenings/night-ica-london-2026/publish");
        address = (await organiser.FillAsync(address, ("Draft.Title", "Morning"), ("Draft.Slug", null))).Location!;
        Assert.Equal(Desk.Edit("night-ica-london-2026"), address);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_public_was_promised_is_not_simply_taken_away(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var taken = await organiser.FillAsync(Desk.Edit(screening.Slug), ("Draft.Date", ""), ("Draft.Time", ""));
        Assert.Equal(["Draft_Date-error: The public has been told a date: change it, or postpone the screening."], taken.Problems());
        await organiser.FillAsync($"/organise/screenings/{screening.Slug}/cancel");
        var moved = await organiser.FillAsync(Desk.Edit(screening.Slug), ("Draft.Date", "2026-07-01"));
        Assert.Equal(["Draft_Date-error: It does not take place at the moment: reschedule or reinstate it to give it another date."], moved.Problems());
        var same = await organiser.FillAsync($"/organise/screenings/{screening.Slug}/reschedule");
        Assert.Equal(["Draft_Date-error: That is the date and time that it has already."], same.Problems());
        var undated = await organiser.FillAsync($"/organise/screenings/{screening.Slug}/reschedule", ("Draft.Date", ""), ("Draft.Time", ""));
        Assert.Equal(["Draft_Date-error: To which date? If there is none yet, postpone it."], undated.Problems());
        await organiser.FillAsync($"/organise/screenings/{screening.Slug}/reschedule", ("Draft.Date", "2026-07-01"));
        Assert.Equal((ScreeningStatus.Rescheduled, 2), ((await app.Stored(screening.Slug)).Status, (await app.Stored(screening.Slug)).Sequence));
    }

    [Theory, OnEachDatabase]
    public async Task Two_at_once_see_what_the_other_changed_and_lose_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var (one, other) = (await app.AsOrganiserAsync(Desk.Campaign), await app.AsOrganiserAsync(Desk.Campaign));
        var address = Desk.Edit(screening.Slug);
        var open = await one.GetAsync(address);
        await other.FillAsync(address, ("Draft.Title", "Theirs"));

        var overtaken = await one.SubmitAsync(open, address, changes: ("Draft.Title", "Mine"));
        Assert.Equal(409, overtaken.Status);
        Assert.Equal(["Title: nothing → Theirs"], overtaken.Texts(".conflict li"));
        Assert.Contains(other.Email!, overtaken.Text(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Mine", overtaken.Typed("Draft.Title"));
        Assert.Equal("Theirs", (await app.Stored(screening.Slug)).Title);

        Assert.Equal(302, (await one.SubmitAsync(overtaken, address)).Status);
        Assert.Equal("Mine", (await app.Stored(screening.Slug)).Title);
        Assert.Equal(["Title: nothing → Theirs", "Title: Theirs → Mine"], (await one.GetAsync(address)).Texts(".history li li"));

        var asked = await one.GetAsync($"/organise/screenings/{screening.Slug}/cancel");
        await other.FillAsync(address, ("Draft.Title", "Theirs again"));
        var late = await one.SubmitAsync(asked, $"/organise/screenings/{screening.Slug}/cancel", changes: ("Draft.Reason", "Flood"));
        Assert.Equal((409, "Flood", ScreeningStatus.Published), (late.Status, late.Text("#Draft_Reason"), (await app.Stored(screening.Slug)).Status));
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
        foreach (var verb in new[] { "edit", "publish", "cancel", "postpone", "reschedule", "move-online", "reinstate", "duplicate", "delete", "attendance" })
            foreach (var slug in new[] { shown.Slug, draft.Slug, "no-such-screening" })
            {
                var address = $"/organise/screenings/{slug}/{verb}";
                Assert.Equal((address, 404, 404), (address, (await stranger.GetAsync(address)).Status, (await stranger.SubmitAsync(ownForm, address)).Status));
                Assert.Equal((address, 302), (address, (await app.AsVisitor().GetAsync(address)).Status));
            }
        foreach (var verb in new[] { "edit", "publish", "delete" })
            Assert.Equal((404, 404), ((await stranger.GetAsync($"/organise/series/hidden-tour/{verb}")).Status, (await stranger.SubmitAsync(ownForm, $"/organise/series/hidden-tour/{verb}")).Status));
        foreach (var list in new[] { "/organise", "/organise/screenings?show=all", "/organise/series", New })
            Assert.DoesNotContain("Hidden tour", (await stranger.GetAsync(list)).Body, StringComparison.Ordinal);
        Assert.Equal("0 screenings", (await stranger.GetAsync("/organise/screenings?show=all")).Text(".count"));
        var foreign = await stranger.FillAsync(New, ("Draft.Title", "Evening"), ("Draft.SeriesId", $"{series}"));
        Assert.Equal(["Draft_SeriesId-error: This series is no longer there, or not yours; choose again."], foreign.Problems());
        Assert.Equal(2, await app.Count());
    }
}
