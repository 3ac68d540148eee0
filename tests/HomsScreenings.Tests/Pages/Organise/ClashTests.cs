using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>What goes badly together is said before publishing, and when something is moved or edited. The screening is at 20:30.</summary>
public sealed class ClashTests
{
    [Theory, OnEachDatabase]
    public async Task Rooms_and_speakers_are_compared_by_the_moment_and_what_is_online_needs_no_room(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var talal = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddVenue("Eurospace", "Tokyo", "JP", "Asia/Tokyo");
        Action<Screening> speaks = s => s.SetSpeakers([new Speaker { PersonId = talal }]);
        await app.Programme.AddScreening("Online", and: s => s.MoveOnline(null, null));
        await app.Programme.AddScreening("Hall", and: s => s.PlaceAt(s.Venue!, s.Venue!.Rooms.FirstOrDefault()));
        await app.Programme.AddScreening("Early", "2026-06-28 04:00", "Eurospace", and: speaks);
        await app.Programme.AddScreening("Near", at: "Phoenix", and: speaks);
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign, published: false, and: speaks);
        var asked = await (await app.AsOrganiserAsync(Desk.Campaign)).GetAsync($"/organise/screenings/{screening.Slug}/publish");
        Assert.Equal(
            ["At the same time in the same place: Hall, Saturday 27 June 2026, 20:30, ICA.",
                "Talal Derki speaks at the same time: Early, Sunday 28 June 2026, 04:00, Eurospace.",
                "Talal Derki speaks at the same time: Near, Saturday 27 June 2026, 20:30, Phoenix."],
            asked.Texts("section[aria-labelledby=clashes] li"));
    }

    [Theory, OnEachDatabase]
    public async Task What_has_no_time_yet_may_be_at_any_time_of_its_day(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Early", "2026-06-27 11:00");
        await app.Programme.AddScreening("Some time", "2026-06-27");
        await app.Programme.AddScreening("Elsewhere", "2026-06-27", at: "Phoenix");
        await app.Programme.AddScreening("Another day", "2026-06-28");
        var timed = await app.Programme.AddScreening(organisation: Desk.Campaign, published: false);
        var untimed = await app.Programme.AddScreening("Untimed", "2026-06-27", organisation: Desk.Campaign, published: false);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        async Task<IEnumerable<string>> SaidAsync(Screening screening) =>
            (await organiser.GetAsync($"/organise/screenings/{screening.Slug}/publish")).Texts("section[aria-labelledby=clashes] li");

        const string perhaps = "On the same day in the same place, perhaps at the same time:";
        Assert.Equal(new[] { "Some time", "Untimed" }, (await SaidAsync(timed)).Select(Named).Order());
        Assert.Equal(new[] { "Early", "Return to Homs", "Some time" }, (await SaidAsync(untimed)).Select(Named).Order());

        static string Named(string said)
        {
            Assert.StartsWith(perhaps, said, StringComparison.Ordinal);
            return said[(perhaps.Length + 1)..].Split(", ")[0];
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_moved_or_edited_into_a_taken_room_is_saved_and_the_clash_is_said(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Other", "2026-07-01 20:30");
        var screening = await app.Programme.AddScreening(organisation: Desk.Campaign);
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        var (edit, reschedule) = (Desk.Edit(screening.Slug), $"/organise/screenings/{screening.Slug}/reschedule");
        const string clash = "Please look twice. At the same time in the same place: Other, Wednesday 1 July 2026, 20:30, ICA.";

        Assert.Equal(302, (await organiser.FillAsync(reschedule, ("Input.Date", "2026-07-01"))).Status);
        Assert.Equal($"Rescheduled. Page, lists and calendars say so. {clash}", (await organiser.GetAsync(edit)).Text(".done"));
        Assert.Equal(302, (await organiser.FillAsync(edit, ("Input.Time", "21:00"))).Status);
        Assert.Equal($"Saved. {clash}", (await organiser.GetAsync(edit)).Text(".done"));
        Assert.Equal(302, (await organiser.FillAsync(edit, ("Input.Date", "2026-07-02"))).Status);
        Assert.Equal("Saved.", (await organiser.GetAsync(edit)).Text(".done"));
    }

    [Theory, OnEachDatabase]
    public async Task Before_guests_are_told_anything_the_desk_says_how_many(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.Programme.AddScreening(organisation: Desk.Campaign, and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); });
        var organiser = await app.AsOrganiserAsync(Desk.Campaign);
        async Task<string?> SaidAsync(string verb) => (await organiser.GetAsync($"/organise/screenings/{house.Slug}/{verb}")).Text(".note");
        Assert.Null(await SaidAsync("cancel"));
        for (var i = 0; i < 2; i++) await app.BookAtFormAsync(house);
        foreach (var verb in new[] { "cancel", "postpone" })
            Assert.Equal("2 bookings will be told by mail, at once, and it cannot be taken back.", await SaidAsync(verb));
        Assert.StartsWith("2 bookings will be told by mail, of another date, time, place or programme, once nobody has changed anything",
            await SaidAsync("edit"), StringComparison.Ordinal);
        await app.Programme.Change(house, s => s.Postpone(null));
        foreach (var verb in new[] { "reschedule", "move-online", "reinstate" })
            Assert.StartsWith("2 bookings will be told by mail, once nobody has changed anything for half an hour",
                await SaidAsync(verb), StringComparison.Ordinal);
    }
}
