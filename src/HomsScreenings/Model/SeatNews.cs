using NodaTime;

namespace HomsScreenings.Model;

/// <summary>What the public is told of the seats of a screening, beside its times.</summary>
/// <param name="OpensAt">When booking opens; null for as soon as it is public.</param>
/// <param name="ClosesMinutes">Minutes before the beginning at which it closes.</param>
/// <param name="OffersEndHours">Hours before the beginning from which nothing more is offered to those who wait.</param>
/// <param name="Availability">How full it is.</param>
/// <param name="HidesAddress">Whether only guests are told where it is.</param>
public sealed record SeatNews(Instant? OpensAt, int ClosesMinutes, int OffersEndHours, Availability Availability, bool HidesAddress)
{
    /// <summary>When booking closes for a screening that begins then; null where nothing is known.</summary>
    public Instant? ClosesAt(Instant? beginning) => beginning - Duration.FromMinutes(ClosesMinutes);

    /// <summary>The moments at which the clock alone changes what is said, for a screening that begins then.</summary>
    public IEnumerable<Instant> Turns(Instant? beginning) =>
        new[] { OpensAt, ClosesAt(beginning), beginning - Duration.FromHours(OffersEndHours) }.OfType<Instant>();

    /// <summary>How it is now for somebody who wants to come.</summary>
    public SeatState StateAt(Instant now, Instant? beginning) =>
        OpensAt > now ? SeatState.NotYetOpen
        : ClosesAt(beginning) <= now ? SeatState.Closed
        : Availability != Availability.WaitingList ? (Availability == Availability.Few ? SeatState.Few : SeatState.Free)
        : beginning - Duration.FromHours(OffersEndHours) <= now ? SeatState.Full : SeatState.WaitingList;
}

/// <summary>How it is for somebody who wants to come.</summary>
public enum SeatState { NotYetOpen, Free, Few, WaitingList, Full, Closed }
