using HomsScreenings.Model;
using HomsScreenings.Storage;

namespace HomsScreenings.Bookings.Guests;

public static class GuestLinkQueries
{
    extension(ScreeningsDb db)
    {
        /// <summary>The booking to which a token leads; none for a foreign or revoked one.</summary>
        public IQueryable<Booking> BookingsBehind(string token)
        {
            var hash = SecretToken.Hash(token);
            return db.GuestLinks.Where(l => l.TokenHash == hash).Select(l => l.Booking);
        }
    }
}
