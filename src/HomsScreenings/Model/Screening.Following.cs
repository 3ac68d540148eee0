using HomsScreenings.Time;

namespace HomsScreenings.Model;

// What is to happen to a screening when something that it rests on was changed elsewhere. The caller has loaded its
// venue, its films, their running times and its rules for seats: DependentScreenings says WithWhatItsTimesRestOn.
public sealed partial class Screening
{
    /// <summary>
    /// Goes by the clocks of its venue after those were corrected: what was promised on the wall stays, the instants
    /// follow.
    /// </summary>
    /// <exception cref="ArgumentException">The clocks there skip its time.</exception>
    /// <exception cref="InvalidOperationException">It has no venue.</exception>
    public void FollowVenue()
    {
        if (Venue is null) throw new InvalidOperationException("It has no venue to follow.");
        Revise(() =>
        {
            GoBy(Venue.TimeZone);
            WorkOutTimes();
        });
    }

    // When booking opens was typed by the wall of the place as well, and is so still.
    void GoBy(string? timeZone)
    {
        if (timeZone != TimeZone && Seats is { OpensAt: { } opens }
            && Zones.Find(TimeZone) is { } former && Zones.Find(timeZone) is { } zone)
            Seats.OpensAt = zone.AtLeniently(opens.InZone(former).LocalDateTime).ToInstant();
        TimeZone = timeZone;
    }
}
