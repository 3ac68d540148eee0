using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

/// <summary>The sentences in which bookings are asked for.</summary>
public static class BookingQueries
{
    extension(IQueryable<Booking> bookings)
    {
        /// <summary>Those whose guests still have to do with the screening: they have places, or may get some, and are not forgotten.</summary>
        public IQueryable<Booking> Active() => bookings.Where(b => b.ErasedAt == null
            && (b.State == BookingState.Booked || b.State == BookingState.Unconfirmed || b.State == BookingState.Offered || b.State == BookingState.Waiting));
    }

    extension(ScreeningsDb db)
    {
        /// <summary>What was once told about a screening under that number; null where nothing was.</summary>
        public async Task<AnnouncedDetails?> FactsAsync(int screeningId, int number, CancellationToken cancellationToken) =>
            await db.AnnouncedVersions.Where(f => f.ScreeningId == screeningId && f.Number == number).Select(f => f.Facts).SingleOrDefaultAsync(cancellationToken) is { } json ? AnnouncedDetails.FromJson(json) : null;
    }
}
