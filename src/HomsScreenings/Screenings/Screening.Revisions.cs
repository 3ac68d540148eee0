using NodaTime;

namespace HomsScreenings.Screenings;

public sealed partial class Screening
{
    bool _revising;
    bool _timesAreOutdated;

    /// <summary>
    /// Does something, perhaps with several verbs, as one revision: the times are worked out at its end, once, and the
    /// sequence number rises by one where the time, the place or the status of what was already public is another
    /// than before. That is the sign by which calendar programs know that an entry must be replaced (RFC 5545, 3.8.7.4).
    /// Every verb is a revision by itself; within another it is a part of that.
    /// </summary>
    /// <exception cref="ArgumentException">The clocks skip the time that it has at the end.</exception>
    /// <exception cref="InvalidOperationException">It has a date and no zone at the end.</exception>
    public void Revise(Action changes)
    {
        if (_revising)
        {
            changes();
            return;
        }
        var (wasPublic, before) = (IsPublic, WhatIsAnnounced());
        _revising = true;
        try
        {
            changes();
            if (_timesAreOutdated) DeriveTimes();
        }
        finally { _revising = _timesAreOutdated = false; }
        if (wasPublic && before != WhatIsAnnounced()) Sequence++;
    }

    (Instant?, Instant?, LocalDate?, int?, int?, string?, string?, string?, string?, ScreeningStatus, string?, string?) WhatIsAnnounced() =>
        (StartsAt, EndsAt, Date, Venue?.Id ?? VenueId, Room?.Id ?? RoomId, Area, City, Region, Country, Status, OnlineUrl, Seats?.PrivateAddress);
}
