using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

/// <summary>The sentences in which bookings are asked for.</summary>
public static class BookingQueries
{
    extension(IQueryable<Booking> bookings)
    {
        /// <summary>Those whose guests still have to do with the screening: they have places, or may get some, and are not forgotten.</summary>
        public IQueryable<Booking> WhoStand() => bookings.Where(b => b.ErasedAt == null
            && (b.State == BookingState.Booked || b.State == BookingState.Unconfirmed || b.State == BookingState.Offered || b.State == BookingState.Waiting));
    }

    extension(ScreeningsDb db)
    {
        /// <summary>What was once told about a screening under that number; null where nothing was.</summary>
        public async Task<GuestFacts?> FactsAsync(int screeningId, int number, CancellationToken cancel) =>
            await db.ToldFacts.Where(f => f.ScreeningId == screeningId && f.Number == number).Select(f => f.Facts).SingleOrDefaultAsync(cancel) is { } json ? GuestFacts.FromJson(json) : null;
    }
}
