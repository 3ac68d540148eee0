using System.Globalization;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>An entry of a waiting list, as far as it decides about offers.</summary>
/// <param name="HeldUntil">Until when an offer stands.</param>
/// <param name="EndedAt">When it ended, by lapse or by cancellation.</param>
public sealed record WaitingEntry(BookingState State, Party Party, Instant? HeldUntil = null, Instant? EndedAt = null)
{
    public static WaitingEntry Of(Booking booking) => new(booking.State, booking.Party, booking.HeldUntil, booking.EndedAt);
}

/// <summary>
/// Why somebody on the waiting list has, or has not, been offered what they wait for: one true sentence for the organisers.
/// </summary>
public static class WaitingReasons
{
    /// <param name="entry">What waits, or waited.</param>
    /// <param name="standing">How the screening stands.</param>
    /// <param name="free">What nobody holds now.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">By whose wall clock times are said.</param>
    public static string Explain(WaitingEntry entry, BookableScreening standing, SeatCounts free, Instant now, DateTimeZone zone)
    {
        string When(Instant moment) => moment.InZone(zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);
        var wants = Want(entry.Party.Places);
        return entry switch
        {
            { State: BookingState.Offered, HeldUntil: { } until }
                when until > now => $"Offered {wants}: the offer stands until {When(until)}.",
            { State: BookingState.Offered, HeldUntil: { } until } =>
                $"Was offered {wants}: the offer ended at {When(until)}, and passes on.",
            { State: BookingState.Lapsed, EndedAt: { } end } =>
                $"Was offered {wants}, and did not take the offer: it lapsed at {When(end)}.",
            { State: BookingState.Cancelled, EndedAt: { } end } => $"Cancelled at {When(end)}.",
            { State: not BookingState.Waiting } => "Has what it waited for.",
            _ when standing.Status == ScreeningStatus.Cancelled => "Nothing is offered: the screening is cancelled.",
            _ when standing.Status == ScreeningStatus.Postponed =>
                "Nothing is offered until there is a new date: the screening is postponed.",
            _ when standing.Status == ScreeningStatus.Draft => "Nothing is offered: the screening is not public.",
            _ when standing.Booking != BookingWay.Seats => "Nothing is offered: seats are not given away here any more.",
            _ when standing.IsOver(now) => "Nothing is offered: the screening is over.",
            _ when standing.OffersEndAt <= now => $"Offers ended at {When(standing.OffersEndAt!.Value)}: what is free goes to the door.",
            _ when !standing.Capacity.Hold(entry.Party.Places) =>
                $"Cannot be offered anything: needs {Lack(entry.Party.Places, standing.Capacity, "in the house")}.",
            _ when entry.Party is { Wheelchairs: 0, Companions: 0 } && free.Seats <= 0 => "No seat is free.",
            _ when !free.Hold(entry.Party.Places) => $"Needs {Lack(entry.Party.Places, free, "free")}.",
            _ => $"{Capital(wants)} {(entry.Party.People == 1 ? "is" : "are")} free: the offer goes out within the minute.",
        };
    }

    static string Want(SeatCounts wanted) => And(Each(wanted).Where(k => k.Count > 0).Select(k => Number(k.Count, k.One)));

    // Only of what there is too little of: 'needs 3 seats, 2 are free', 'needs a wheelchair place, and none is free'.
    static string Lack(SeatCounts wanted, SeatCounts there, string where) =>
        And(Each(wanted).Zip(Each(there)).Where(k => k.First.Count > 0 && k.Second.Count < k.First.Count)
        .Select(k => Number(k.First.Count, k.First.One) + k.Second.Count switch
        {
            <= 0 => $", and none is {where}",
            1 => $", 1 is {where}",
            var some => $", {some} are {where}",
        }));

    static (int Count, string One)[] Each(SeatCounts places) =>
        [(places.Seats, "seat"), (places.Wheelchairs, "wheelchair place"), (places.Companions, "companion's place")];

    static string Number(int count, string one) => count == 1 ? $"a {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {one}s");

    static string And(IEnumerable<string> parts) => string.Join("; and ", parts);

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
