using HomsScreenings.Bookings;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Tests.Bookings;

/// <summary>What organisers read beside each entry of a waiting list.</summary>
public sealed class WaitingReasonsTests
{
    static readonly Instant Now = StoppedClock.Noon;
    static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    static readonly BookableScreening House = new()
    {
        Id = 1,
        Status = ScreeningStatus.Published,
        Booking = BookingWay.Seats,
        StartsAt = Now + Duration.FromDays(2),
        EndsAt = Now + Duration.FromDays(2) + Duration.FromHours(2),
        OverAt = Now + Duration.FromDays(2) + Duration.FromHours(2),
        OwnSeats = 20,
        RoomSeats = null,
        Rules = new SeatRules { WheelchairPlaces = 2, CompanionPlaces = 1 },
    };

    static WaitingEntry Waiting(int people = 1, int wheelchairs = 0, int companions = 0) =>
        new(BookingState.Waiting, new Party(people, wheelchairs, companions));

    static string Why(WaitingEntry entry, HomsScreenings.Model.SeatCounts? free = null, BookableScreening? standing = null,
        Instant? now = null) => WaitingReasons.Explain(entry, standing ?? House, free ?? new(0, 0, 0), now ?? Now, London);

    [Theory]
    [InlineData(1, 0, 0, 0, 0, 0, "No seat is free.")]
    [InlineData(2, 0, 0, -3, 0, 0, "No seat is free.")]
    [InlineData(3, 0, 0, 2, 2, 1, "Needs 3 seats, 2 are free.")]
    [InlineData(2, 0, 0, 1, 0, 0, "Needs 2 seats, 1 is free.")]
    [InlineData(1, 1, 0, 9, 0, 1, "Needs a wheelchair place, and none is free.")]
    [InlineData(2, 2, 0, 9, 1, 1, "Needs 2 wheelchair places, 1 is free.")]
    [InlineData(2, 1, 1, 0, 1, 0, "Needs a companion's place, and none is free.")]
    [InlineData(4, 1, 0, 2, 0, 0, "Needs 3 seats, 2 are free; and a wheelchair place, and none is free.")]
    [InlineData(21, 0, 0, 3, 0, 0, "Cannot be offered anything: needs 21 seats, 20 are in the house.")]
    [InlineData(2, 0, 0, 2, 0, 0, "2 seats are free: the offer goes out within the minute.")]
    public void Who_waits_waits_for_what_is_lacking(int people,
        int wheelchairs, int companions, int seats, int wheelchairPlaces, int companionPlaces, string said) =>
        Assert.Equal(said, Why(Waiting(people, wheelchairs, companions), new(seats, wheelchairPlaces, companionPlaces)));

    [Fact]
    public void An_offer_is_told_with_its_end_by_the_wall_clock_of_the_place()
    {
        var end = Now + Duration.FromHours(24);
        var offered = Waiting(people: 3) with { State = BookingState.Offered, HeldUntil = end };
        Assert.Equal("Offered 3 seats: the offer stands until Tue 2 Jun, 13:00.", Why(offered));
        Assert.Equal("Was offered 3 seats: the offer ended at Tue 2 Jun, 13:00, and passes on.", Why(offered, now: end));
        Assert.Equal("Was offered 3 seats, and did not take the offer: it lapsed at Tue 2 Jun, 13:00.",
            Why(offered with { State = BookingState.Lapsed, EndedAt = end }));
    }

    [Theory]
    [InlineData(ScreeningStatus.Cancelled, BookingWay.Seats, 0, "Nothing is offered: the screening is cancelled.")]
    [InlineData(ScreeningStatus.Postponed, BookingWay.Seats,
        0, "Nothing is offered until there is a new date: the screening is postponed.")]
    [InlineData(ScreeningStatus.Draft, BookingWay.Seats, 0, "Nothing is offered: the screening is not public.")]
    [InlineData(ScreeningStatus.Rescheduled, BookingWay.WalkIn, 0, "Nothing is offered: seats are not given away here any more.")]
    [InlineData(ScreeningStatus.Published, BookingWay.Seats, 45, "Offers ended at Wed 3 Jun, 10:00: what is free goes to the door.")]
    [InlineData(ScreeningStatus.Published, BookingWay.Seats, 50, "Nothing is offered: the screening is over.")]
    [InlineData(ScreeningStatus.Rescheduled, BookingWay.Seats, 44, "A seat is free: the offer goes out within the minute.")]
    public void Where_nothing_is_offered_that_comes_before_what_is_free(
        ScreeningStatus status, BookingWay way, int hoursLater, string said) =>
        Assert.Equal(
            said, Why(Waiting(), new(5, 0, 0), House with { Status = status, Booking = way }, Now + Duration.FromHours(hoursLater)));
}
