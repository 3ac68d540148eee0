using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Guests;

/// <summary>Whose link was followed in this request.</summary>
public sealed class CurrentGuest(ScreeningsDb db, TimeProvider clock)
{
    GuestPage? _guest;

    public GuestPage Value => _guest ?? throw new InvalidOperationException("There is no guest outside the pages of guests.");

    /// <summary>Finds the booking behind a token; null for a foreign, revoked or mistyped one.</summary>
    public async Task<GuestPage?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var found = await db.BookingsBehind(token, clock.Now()).AsNoTracking().Select(b => new
        {
            Booking = b,
            Place = b.State == BookingState.Waiting
            ? db.Bookings.Count(o => o.ScreeningId == b.ScreeningId && o.State == BookingState.Waiting && o.Turn <= b.Turn) : 0,
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var screening = db.Screenings.AsNoTracking().Where(s => s.Id == found.Booking.ScreeningId);
        // A sample may be removed at this moment, with its guests.
        if (await screening.Select(ScreeningCard.Of).SingleOrDefaultAsync(cancellationToken) is not { } card
            || await screening.Select(BookableScreening.Of).SingleOrDefaultAsync(cancellationToken) is not { } standing) return null;
        // A guest who has a place reads the private address in every line that names the place.
        if (standing.Rules.PrivateAddress is { } address && found.Booking.State.HasPlaces) card = card with { VenueName = address };
        return _guest = new GuestPage(token, found.Booking, card, standing, found.Place, clock.Now());
    }
}
