using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>What decides whether seats of a screening can be booked: its status, its times, its places and its rules.</summary>
public sealed record BookableScreening
{
    public required int Id { get; init; }
    public required ScreeningStatus Status { get; init; }
    public required BookingWay Booking { get; init; }
    public required Instant? StartsAt { get; init; }
    public required Instant? EndsAt { get; init; }
    /// <summary>The instant from which it counts as over (<see cref="ProgrammeOrders.OverAt"/>).</summary>
    public required Instant OverAt { get; init; }
    public required int? OwnSeats { get; init; }
    public required int? RoomSeats { get; init; }
    public required SeatRules Rules { get; init; }
    public Availability Availability => Rules.Availability;

    /// <summary>All places of the house.</summary>
    public SeatCounts Capacity => new(OwnSeats ?? RoomSeats ?? 0, Rules.WheelchairPlaces, Rules.CompanionPlaces);

    // What has no time yet begins, as far as anybody knows, at the end of its day.
    public Instant? Beginning => StartsAt ?? EndsAt;
    public Instant? ClosesAt => Rules.ClosesAt(Beginning);
    public Instant? OffersEndAt => Rules.OffersEndAt(Beginning);

    /// <summary>When guests are reminded; null where they are not, or nobody knows the time.</summary>
    public ReminderTime? Reminder =>
        StartsAt is { } start && Rules.ReminderHours is { } hours ? new ReminderTime(start, hours) : null;

    /// <summary>Of a screening that takes bookings.</summary>
    public static readonly Expression<Func<Screening, BookableScreening>> Of = s => new BookableScreening
    {
        Id = s.Id,
        Status = s.Status,
        Booking = s.Booking,
        StartsAt = s.StartsAt,
        EndsAt = s.EndsAt,
        OverAt = s.OverAt,
        OwnSeats = s.Capacity,
        RoomSeats = s.Room!.Seats,
        Rules = s.Seats!,
    };

    /// <summary>Whether it takes place, as far as anybody knows.</summary>
    public bool IsOn => Status.IsOn();

    public bool IsOver(Instant now) => OverAt <= now;

    /// <summary>Why nobody can book now, as far as that does not depend on who asks.</summary>
    public Refusal RefusalAt(Instant now) => this switch
    {
        { Status: ScreeningStatus.Cancelled } => Refusal.Cancelled,
        { Status: ScreeningStatus.Postponed } => Refusal.Postponed,
        { Booking: not BookingWay.Seats } or { Status: ScreeningStatus.Draft } => Refusal.NotBookable,
        _ when IsOver(now) => Refusal.Over,
        _ when Rules.OpensAt > now => Refusal.NotYetOpen,
        _ when ClosesAt <= now => Refusal.Closed,
        _ => Refusal.None,
    };

    /// <summary>Why guests who have booked can settle nothing more about it; closing and opening times do not concern them.</summary>
    public Refusal GuestRefusalAt(Instant now) =>
        RefusalAt(now) is var against and (Refusal.Cancelled or Refusal.Postponed or Refusal.Over) ? against : Refusal.None;

    /// <summary>Why no booking can have this party, however empty the house is.</summary>
    public Refusal RefusalFor(Party party) => party.People > Rules.LargestParty ? Refusal.PartyTooLarge
        : !Capacity.Hold(party.Places) ? Refusal.NoSuchPlaces : Refusal.None;

    /// <summary>Whether seats that become free are offered to those who wait.</summary>
    public bool OffersSeats(Instant now) => Booking == BookingWay.Seats && IsOn && !(OffersEndAt <= now) && !IsOver(now);

    /// <summary>Until when an offer made now holds: no longer than offers are made at all.</summary>
    public Instant OfferEndsAt(Instant now)
    {
        var end = now + Duration.FromHours(Rules.OfferHours);
        return OffersEndAt < end ? OffersEndAt.Value : end;
    }

    /// <summary>The word for so many free places.</summary>
    public Availability AvailabilityFor(SeatCounts free) => free.Seats <= 0 ? Availability.WaitingList
        : free.Seats <= Math.Max(4, Capacity.Seats / 10) ? Availability.Few : Availability.Open;

    internal IQueryable<Booking> BookingsIn(ScreeningsDb db) => db.Bookings.Where(b => b.ScreeningId == Id);
}
