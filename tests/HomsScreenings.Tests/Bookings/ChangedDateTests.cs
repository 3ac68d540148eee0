using HomsScreenings.Bookings;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>
/// What guests are told and what is known of them follows the date, and nothing that cannot be undone follows it at once.
/// The houses begin on 27 June 2026 at 20:30 in London.
/// </summary>
public sealed class ChangedDateTests
{
    static readonly Instant Beginning = Instant.FromUtc(2026, 6, 27, 19, 30);
    static readonly LocalDate Day = new(2026, 6, 27);

    [Theory, OnEachDatabase]
    public async Task Nobody_is_forgotten_or_asked_how_it_was_by_a_date_that_is_less_than_a_day_old(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (lastYear, lastWeek) = (await app.HouseAsync(10), await app.HouseAsync(10));
        foreach (var house in new[] { lastYear, lastWeek }) await app.BookAsync(house);
        await MoveAsync(app, lastYear, new LocalDate(2025, 6, 27));
        await MoveAsync(app, lastWeek, new LocalDate(2026, 5, 29));
        app.Clock.Pass(Duration.FromHours(23));
        await app.GoRoundAsync();
        Assert.Equal(2, await KnownAsync(app));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Booked], await app.MailKindsAsync());

        await MoveAsync(app, lastWeek, Day);
        app.Clock.Pass(Duration.FromHours(2));
        await app.GoRoundAsync();
        Assert.Equal(1, await KnownAsync(app)); // what has stood for a day is meant
        Assert.Equal([GuestMailKind.Booked], await app.MailKindsAsync());

        app.Clock.Now = Beginning + Duration.FromHours(14);
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Thanks], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task An_offer_outlives_a_slip_of_the_date(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(1);
        var (first, waits) = (await app.BookAsync(house), await app.BookAsync(house));
        await app.AtBoxOfficeAsync(o => o.CancelAsync(first.Booking!.Id, byOrganiser: false, default));
        await MoveAsync(app, house, new LocalDate(2026, 5, 29));
        app.Clock.Pass(Duration.FromHours(20));
        await app.GoRoundAsync();
        Assert.Equal(Refusal.Over, (await app.AtBoxOfficeAsync(o => o.AcceptAsync(waits.Booking!.Id, default))).Refusal);
        await MoveAsync(app, house, Day);
        Assert.True((await app.AtBoxOfficeAsync(o => o.AcceptAsync(waits.Booking!.Id, default))).IsGranted);
    }

    [Theory, OnEachDatabase]
    public async Task Who_was_asked_how_it_was_by_mistake_is_asked_again_when_it_has_taken_place(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        await app.BookAsync(house);
        await MoveAsync(app, house, new LocalDate(2026, 5, 29));
        app.Clock.Pass(Duration.FromHours(25));
        await app.GoRoundAsync();
        await MoveAsync(app, house, Day);
        app.Clock.Now = Beginning + Duration.FromHours(14);
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Thanks, GuestMailKind.Thanks], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task A_change_that_waits_to_be_told_is_told_after_a_slip_of_the_date_has_been_mended(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var house = await app.HouseAsync(10);
        await app.BookAsync(house);
        await MoveAsync(app, house, Day, new LocalTime(21, 0));
        await MoveAsync(app, house, new LocalDate(2025, 6, 27), new LocalTime(21, 0));
        app.Clock.Pass(Duration.FromHours(1));
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked], await app.MailKindsAsync());

        await MoveAsync(app, house, Day, new LocalTime(21, 0));
        app.Clock.Pass(Duration.FromMinutes(30));
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Changed], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Who_was_reminded_is_reminded_once_more_before_another_day_and_not_before_another_hour(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (byAWeek, byMinutes) = (await app.HouseAsync(10), await app.HouseAsync(10));
        foreach (var house in new[] { byAWeek, byMinutes }) await app.BookAsync(house);
        app.Clock.Now = Beginning - Duration.FromHours(23);
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Reminder, GuestMailKind.Reminder], (await app.MailKindsAsync()).Skip(2));

        await MoveAsync(app, byAWeek, Day.PlusDays(7));
        await MoveAsync(app, byMinutes, Day, new LocalTime(20, 40));
        foreach (var after in new[] { Duration.FromMinutes(30), Duration.FromHours(22) })
        {
            app.Clock.Pass(after);
            await app.GoRoundAsync();
        }
        Assert.Equal([GuestMailKind.Changed, GuestMailKind.Changed], (await app.MailKindsAsync()).Skip(4));

        app.Clock.Now = Beginning + Duration.FromDays(6);
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Reminder],
            (await app.MailKindsAsync()).Skip(6).Where(kind => kind != GuestMailKind.Thanks));
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_told_the_time_within_the_time_of_reminders_gets_no_reminder_beside_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (small, soon) = (await app.HouseAsync(1), await app.HouseAsync(10));
        var (first, waits) = (await app.BookAsync(small), await app.BookAsync(small));
        await app.BookAsync(soon);
        await MoveAsync(app, soon, new LocalDate(2026, 6, 2), new LocalTime(10, 0));
        await app.GoRoundAsync();
        app.Clock.Pass(Duration.FromMinutes(30));
        await app.GoRoundAsync();
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Waiting, GuestMailKind.Booked, GuestMailKind.Changed],
            await app.MailKindsAsync());

        app.Clock.Now = Beginning - Duration.FromHours(20);
        await app.AtBoxOfficeAsync(o => o.CancelAsync(first.Booking!.Id, byOrganiser: false, default));
        await app.AtBoxOfficeAsync(o => o.AcceptAsync(waits.Booking!.Id, default));
        await app.GoRoundAsync();
        Assert.Equal([GuestMailKind.Cancelled, GuestMailKind.Offer, GuestMailKind.Booked],
            (await app.MailKindsAsync()).Skip(4).Where(kind => kind != GuestMailKind.Thanks));
    }

    static Task<int> KnownAsync(ScreeningsApp app) => app.InDbAsync(db => db.Bookings.CountAsync(b => b.Email != null));

    static Task MoveAsync(ScreeningsApp app, Screening house, LocalDate date, LocalTime? time = null) =>
        app.Programme.Change(house, s => s.Reschedule(date, time ?? new LocalTime(20, 30), false, null, null));
}
