using HomsScreenings.Model;
using HomsScreenings.Storage;
using NodaTime;

namespace HomsScreenings.Bookings.Guests;

public static class GuestLinkQueries
{
    extension(ScreeningsDb db)
    {
        /// <summary>The booking to which a token leads; none for a foreign or revoked one.</summary>
        public IQueryable<Booking> BookingsBehind(string secret, Instant now) => db.Tokens.Behind(secret, TokenPurpose.Booking, now)
            .Join(db.Bookings, token => token.Subject, booking => booking.Id, (_, booking) => booking);
    }
}
