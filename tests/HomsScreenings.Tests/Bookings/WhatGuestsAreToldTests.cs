using System.Text.Json;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>What is put into the outbox when something changes or falls due. The house begins on 27 June 2026 at 20:30 in London.</summary>
public sealed class WhatGuestsAreToldTests
{
    static readonly Instant Beginning = Instant.FromUtc(2026, 6, 27, 19, 30);

    [Theory, OnEachDatabase]
    public async Task Edits_that_follow_one_another_become_one_mail_and_what_is_moved_back_none(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        await app.BookAsync(house);
        await MoveAsync(app, house, new LocalTime(21, 0));
        app.Clock.Pass(Duration.FromMinutes(20));
        await MoveAsync(app, house, new LocalTime(21, 30));
        var late = await app.BookAsync(house);

        app.Clock.Pass(Duration.FromMinutes(29));
        await app.GoRoundAsync();
        Assert.DoesNotContain(GuestMailKind.Changed, await app.MailKindsAsync());

        app.Clock.Pass(Duration.FromMinutes(1));
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Booked, GuestMailKind.Changed], await app.MailKindsAsync());
        Assert.NotEqual(late.Booking!.Id,
            await app.InDbAsync(db => db.Outbox.Where(m => m.Kind == "booking.changed").Select(m => m.SubjectId).SingleAsync()));

        await MoveAsync(app, house, new LocalTime(22, 0));
        await MoveAsync(app, house, new LocalTime(21, 30));
        app.Clock.Pass(Duration.FromHours(1));
        await app.GoRoundAsync();
        Assert.Single(await app.MailKindsAsync(), GuestMailKind.Changed);
    }

    [Theory, OnEachDatabase]
    public async Task What_breaks_at_one_screening_holds_up_no_other_and_does_not_end_the_program(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (broken, whole) = (await app.HouseAsync(10), await app.HouseAsync(10));
        await app.BookAsync(broken);
        var guest = await app.BookAsync(whole);
        foreach (var house in new[] { broken, whole }) await MoveAsync(app, house, new LocalTime(21, 0));
        await app.InDbAsync(
            db => db.AnnouncedVersions.Where(f => f.ScreeningId == broken.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Facts, "{")));
        app.Clock.Pass(Duration.FromMinutes(30));

        Assert.IsType<JsonException>((await Assert.ThrowsAsync<AggregateException>(app.GoRoundAsync)).InnerException);
        Assert.Equal([guest.Booking!.Id],
            await app.InDbAsync(db => db.Outbox.Where(m => m.Kind == "booking.changed").Select(m => m.SubjectId).ToListAsync()));

        // The program meets it in its own rounds too, says so, and goes on.
        for (var tries = 0; tries < 300 && !app.Log.Lines.Any(IsAboutRounds); tries++) await Task.Delay(100);
        Assert.Single(app.Log.Lines, IsAboutRounds);
        Assert.Equal(200, (await app.AsVisitor().GetAsync("/")).Status);

        static bool IsAboutRounds(string line) => line.StartsWith(
            "Error HomsScreenings.Web.Jobs.BackgroundJobs: Something broke in the job 'guests'", StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_or_may_get_a_seat_is_told_at_once_that_it_is_cancelled_and_in_time_that_it_is_not(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1);
        await app.BookAsync(house);
        await app.BookAsync(house);
        var gone = await app.BookAsync(house);
        await app.AtBoxOfficeAsync(o => o.CancelAsync(gone.Booking!.Id, byOrganiser: false, default));
        var before = (await app.MailKindsAsync()).Count;

        await app.Programme.Change(house, s => s.Cancel("The projector broke."));
        await app.Programme.Change(house, s => s.Cancel("The projector broke for good."));
        Assert.Equal([GuestMailKind.CalledOff, GuestMailKind.CalledOff], (await app.MailKindsAsync()).Skip(before));
        Assert.Equal(Refusal.Cancelled, (await app.BookAsync(house)).Refusal);

        await app.Programme.Change(house, s => s.Reinstate());
        app.Clock.Pass(Duration.FromMinutes(30));
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Changed, GuestMailKind.Changed], (await app.MailKindsAsync()).Skip(before + 2));
    }

    [Theory, OnEachDatabase]
    public async Task Guests_are_reminded_once_and_thanked_once_and_who_has_just_booked_is_not_reminded(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        await app.BookAsync(house);
        app.Clock.Now = Beginning - Duration.FromHours(23);
        await app.BookAsync(house);

        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Booked, GuestMailKind.Reminder], await app.MailKindsAsync());

        app.Clock.Now = Beginning + Duration.FromHours(14);
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Thanks, GuestMailKind.Thanks], (await app.MailKindsAsync()).Skip(3));
    }

    [Theory, OnEachDatabase]
    public async Task A_larger_house_is_offered_to_those_who_wait_until_offers_end(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1);
        await app.BookAsync(house);
        var waiting = await app.BookAsync(house);
        var other = await app.BookAsync(house);

        await app.Programme.Change(house, s => s.Capacity = 2);
        Assert.Equal(BookingState.Offered, await app.StateAsync(waiting));

        app.Clock.Now = Beginning - Duration.FromHours(3);
        await app.GoRoundAsync();
        Assert.Equal(BookingState.Lapsed, await app.StateAsync(waiting));
        Assert.Equal(BookingState.Waiting, await app.StateAsync(other));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Waiting, GuestMailKind.Waiting,
                GuestMailKind.Offer, GuestMailKind.OfferLapsed, GuestMailKind.OffersEnded],
            (await app.MailKindsAsync()).Where(k => k != GuestMailKind.Reminder));
    }

    [Theory, OnEachDatabase]
    public async Task Who_waits_in_vain_is_told_so_once_when_offers_have_ended_and_again_for_another_date(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1, r => r.ReminderHours = null);
        await app.BookAsync(house);
        await app.BookAsync(house);
        var gone = await app.BookAsync(house);
        await app.AtBoxOfficeAsync(o => o.CancelAsync(gone.Booking!.Id, byOrganiser: false, default));
        var before = (await app.MailKindsAsync()).Count;
        app.Clock.Now = Beginning - Duration.FromHours(3) - Duration.FromSeconds(1);
        await app.GoRoundAsync();
        Assert.Equal(before, (await app.MailKindsAsync()).Count);

        app.Clock.Pass(Duration.FromSeconds(1));
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.OffersEnded], (await app.MailKindsAsync()).Skip(before));

        await app.Programme.Change(house, s => s.Reschedule(new LocalDate(2026, 7, 4), new LocalTime(20, 30), false, null, null));
        app.Clock.Now = Beginning + Duration.FromDays(7) - Duration.FromHours(2);
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.OffersEnded],
            (await app.MailKindsAsync()).Skip(before + 1).Where(kind => kind != GuestMailKind.Changed));
    }

    [Theory, OnEachDatabase]
    public async Task A_booking_to_be_confirmed_holds_its_seats_for_two_hours(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1, r => r.ConfirmByLink = true);
        var slow = await app.BookAsync(house);
        Assert.Equal(BookingState.Waiting, (await app.BookAsync(house)).Booking!.State);

        app.Clock.Pass(Duration.FromHours(2));
        Assert.Equal(Refusal.LinkExpired, (await app.AtBoxOfficeAsync(o => o.ConfirmAsync(slow.Booking!.Id, default))).Refusal);
        Assert.Equal([GuestMailKind.Confirm, GuestMailKind.Waiting, GuestMailKind.Offer], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_larger_party_must_fit_as_a_whole_and_a_smaller_one_gives_seats_to_the_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(5);
        await app.BookAsync(house);
        var three = await app.BookAsync(house, people: 3);
        Assert.Equal(
            Refusal.NoMoreSeats, (await app.AtBoxOfficeAsync(o => o.ChangePartyAsync(three.Booking!.Id, new Party(5), default))).Refusal);
        Assert.True((await app.AtBoxOfficeAsync(o => o.ChangePartyAsync(three.Booking!.Id, new Party(4), default))).IsGranted);

        var two = await app.BookAsync(house, people: 2);
        await app.AtBoxOfficeAsync(o => o.ChangePartyAsync(three.Booking!.Id, new Party(2), default));
        Assert.Equal(BookingState.Offered, await app.StateAsync(two));
    }

    [Theory, OnEachDatabase]
    public async Task Wheelchair_and_companion_places_are_counted_apart(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(2, r => (r.WheelchairPlaces, r.CompanionPlaces) = (1, 1));
        Assert.Equal(BookingState.Booked, (await app.BookAsync(house, people: 2)).Booking!.State);

        Assert.Equal(BookingState.Booked, (await BookWithWheelchairAsync()).Booking!.State);
        Assert.Equal(BookingState.Waiting, (await BookWithWheelchairAsync()).Booking!.State);

        Task<BookingResult> BookWithWheelchairAsync() => app.AtBoxOfficeAsync(o => o.BookAsync(house.Id,
            new BookingRequest(Guid.NewGuid().ToString(), $"{Guid.NewGuid():N}@example.org", new Party(2, 1, 1), "en"), default));
    }

    [Theory, OnEachDatabase]
    public async Task A_letter_that_is_corrected_in_a_name_is_no_news_and_another_name_is(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10, film: "Return to Hmos");
        await app.BookAsync(house);
        await RenameAsync("Return to Homs", "ICC");
        Assert.Equal([GuestMailKind.Booked], await app.MailKindsAsync());

        await RenameAsync("Return to Homs", "Institute of Contemporary Arts");
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Changed], await app.MailKindsAsync());
        var other = await app.Programme.AddFilm("Return to Home");
        await app.InDbAsync(async db =>
        {
            var row = await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).SingleAsync();
            row.SetFilms([new ScreeningFilm { FilmId = other, Film = await db.Films.SingleAsync(f => f.Id == other) }]);
            await db.SaveChangesAsync();
        });
        app.Clock.Pass(Duration.FromMinutes(30));
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Changed], (await app.MailKindsAsync()).Skip(2));

        async Task RenameAsync(string film, string venue)
        {
            await app.InDbAsync(async db =>
            {
                (await db.Films.SingleAsync()).Title = film;
                (await db.Venues.SingleAsync()).Name = venue;
                await db.SaveChangesAsync();
            });
            app.Clock.Pass(Duration.FromMinutes(30));
            await app.GoRoundAsync();
        }
    }

    static Task MoveAsync(ScreeningsApp app, Screening house, LocalTime time) =>
        app.Programme.Change(house, s => s.Reschedule(s.Date, time, false, null, null));
}
