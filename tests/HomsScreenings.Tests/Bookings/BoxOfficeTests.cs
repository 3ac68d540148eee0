using HomsScreenings.Bookings;
using HomsScreenings.Mail;
using HomsScreenings.Screenings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>Who gets a seat, who waits, and who is told.</summary>
public sealed class BoxOfficeTests
{
    [Theory, OnEachDatabase]
    public async Task A_party_that_fits_is_booked_and_one_that_does_not_waits_for_its_turn(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, seats: 5);

        var first = await app.BookAsync(screening, people: 3);
        var second = await app.BookAsync(screening, people: 3);
        var third = await app.BookAsync(screening, people: 2);

        Assert.Equal([BookingState.Booked, BookingState.Waiting, BookingState.Booked], new[] { first, second, third }.Select(a => a.Booking!.State));
        Assert.Equal([GuestMailKind.Booked, GuestMailKind.Waiting, GuestMailKind.Booked], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task The_same_form_sent_again_is_the_same_booking_even_when_the_house_is_full_by_then(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, seats: 2);

        var first = await app.BookAsync(screening, people: 2, key: "one-form");
        var again = await app.BookAsync(screening, people: 2, key: "one-form");

        Assert.Equal(first.Booking!.Id, again.Booking!.Id);
        Assert.NotEqual(first.Token, again.Token);
        Assert.Equal([GuestMailKind.Booked], await app.MailKindsAsync());
    }

    [Theory, OnEachDatabase]
    public async Task Places_that_are_given_back_are_offered_to_the_first_whom_they_fit(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, seats: 4);
        var there = await app.BookAsync(screening, people: 2);
        await app.BookAsync(screening, people: 2);
        var four = await app.BookAsync(screening, people: 4);
        var two = await app.BookAsync(screening, people: 2);
        var one = await app.BookAsync(screening, people: 1);

        await app.AtBoxOfficeAsync(o => o.CancelAsync(there.Booking!.Id, byOrganiser: false, default));

        Assert.Equal(BookingState.Waiting, await app.StateAsync(four));
        Assert.Equal(BookingState.Offered, await app.StateAsync(two));
        Assert.Equal(BookingState.Waiting, await app.StateAsync(one));
        Assert.True((await app.AtBoxOfficeAsync(o => o.AcceptAsync(two.Booking!.Id, default))).IsGranted);
    }

    [Theory, OnEachDatabase]
    public async Task An_offer_that_is_not_taken_passes_to_the_next(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await HouseOf(app, seats: 2);
        var there = await app.BookAsync(screening, people: 2);
        var first = await app.BookAsync(screening, people: 2);
        var second = await app.BookAsync(screening, people: 1);
        await app.AtBoxOfficeAsync(o => o.CancelAsync(there.Booking!.Id, byOrganiser: false, default));

        app.Clock.Pass(Duration.FromHours(24));
        var late = await app.AtBoxOfficeAsync(o => o.AcceptAsync(first.Booking!.Id, default));

        Assert.Equal(Refusal.OfferExpired, late.Refusal);
        Assert.Equal(BookingState.Offered, await app.StateAsync(second));
    }

    static Task<Screening> HouseOf(ScreeningsApp app, int seats) => app.Programme.AddScreening(and: s =>
    {
        s.Capacity = seats;
        s.GiveAwaySeats(_ => { });
    });
}
