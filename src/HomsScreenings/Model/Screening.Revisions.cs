using NodaTime;

namespace HomsScreenings.Model;

public sealed partial class Screening
{
    bool _revising;
    bool _timesAreOutdated;

    /// <summary>
    /// Does something, perhaps with several verbs, as one revision: the times are worked out at its end, once, and the
    /// sequence number rises by one where the time, the place, the programme or the status of what was already public is
    /// another than before. That is the sign by which calendar programs know that an entry must be replaced (RFC 5545, 3.8.7.4).
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

    // Each of these is a reason for a mail to those who have booked, and the entry in their calendar goes with it.
    Announcement WhatIsAnnounced() =>
        new(StartsAt, EndsAt, Date, Venue?.Id ?? VenueId, Room?.Id ?? RoomId, Area, City, Region, Country, Status, OnlineUrl,
        Title, Numbers(Films.OrderBy(f => f.Position).Select(f => f.Film is { Id: > 0 } film ? film.Id : f.FilmId)),
        Numbers(Speakers.OrderBy(s => s.Position).Select(s => s.Person is { Id: > 0 } person ? person.Id : s.PersonId)),
        Seats?.PrivateAddress);

    static string Numbers(IEnumerable<int> ids) => string.Join(' ', ids);

    sealed record Announcement(Instant? StartsAt, Instant? EndsAt,
        LocalDate? Date, int? Venue, int? Room, string? Area, string? City, string? Region, string? Country,
        ScreeningStatus Status, string? OnlineUrl, string? Title, string Films, string Speakers, string? PrivateAddress);
}
