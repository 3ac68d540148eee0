using HomsScreenings.Model;
using HomsScreenings.Text;
using HomsScreenings.Time;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>How full it is and how one gets a place: the same words on pages and in lists.</summary>
public static class BookingWords
{
    public static string JustCome => T("No booking is needed: just come.");

    extension(ScreeningCard card)
    {
        /// <summary>What has no time yet begins, as far as anybody knows, at the end of its day.</summary>
        public Instant? Beginning => card.StartsAt ?? card.EndsAt;

        /// <summary>How it stands with our own seats; null where there are none, or nobody can come any more.</summary>
        public SeatState? SeatsAt(Instant now) =>
            card is { IsOn: true, Seats: { } seats } && !card.IsOver(now) ? seats.StateAt(now, card.Beginning) : null;

        /// <summary>Whether the form for seats, or for the waiting list, is open.</summary>
        public bool TakesBookings(Instant now) => card.SeatsAt(now) is SeatState.Free or SeatState.Few or SeatState.WaitingList;

        /// <summary>How one gets a place, and whether there is one, in a sentence; null where nothing is to be said.</summary>
        public string? SeatSentence(Instant now) => card.SeatsAt(now) switch
        {
            SeatState.Free => T("Seats available."),
            SeatState.Few => T("Only a few seats left."),
            SeatState.WaitingList => T("All seats are taken; there is a waiting list."),
            SeatState.Full => T("It is full. Returned seats go to those who come to the door."),
            SeatState.NotYetOpen => T("Booking opens on {0}.", Moment(card.Seats!.OpensAt!.Value, card.TimeZone, now)),
            SeatState.Closed => T("Booking is closed."),
            _ => card is { IsOn: true, Booking: BookingWay.WalkIn } && !card.IsOver(now) ? JustCome : null,
        };

        /// <summary>The same for a list, where it helps to choose: free seats are no news; null then.</summary>
        public string? SeatMark(Instant now) => card.SeatsAt(now) switch
        {
            SeatState.Few => T("Only a few seats left"),
            SeatState.WaitingList => T("Waiting list"),
            SeatState.Full => T("Full"),
            _ => null,
        };

        /// <summary>The same where there is room for a word or two only.</summary>
        public string? SeatMarkInShort(Instant now) => card.SeatsAt(now) is SeatState.Few ? T("Few seats") : card.SeatMark(now);
    }

    /// <summary>'Friday 26 June 2026, 12:00 BST': by the wall of a place, with its zone.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="timeZone">That of the place; null where it has none.</param>
    /// <param name="now">Where given, a year that goes without saying is not said.</param>
    public static string Moment(Instant at, string? timeZone, Instant? now = null)
    {
        var zone = timeZone ?? "Etc/UTC";
        var wall = at.InZone(Zones.Get(zone));
        return T("{0} {1}", When(), ZoneWords.Short(zone, at));

        string When() => now is { } today ? ScreeningWords.Format(wall.Date, wall.TimeOfDay, today)
            : ScreeningWords.Format(wall.Date, wall.TimeOfDay);
    }
}
