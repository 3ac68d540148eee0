using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

/// <summary>The sentences in which bookings are asked for.</summary>
public static class BookingQueries
{
    extension(IQueryable<Booking> bookings)
    {
        /// <summary>Those whose guests have places, or may still get some.</summary>
        public IQueryable<Booking> Active() => bookings.Where(b => b.IsActive);

#pragma warning disable CA1304, CA1311, CA1862, MA0011 // it becomes SQL, whose lower() asks for no culture
        /// <summary>Those of an email address, however its letters are written.</summary>
        public IQueryable<Booking> OfAddress(string email)
        {
            var lower = email.ToLowerInvariant();
            return bookings.Where(b => b.Email == email || b.Email!.ToLower() == lower);
        }
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    extension(ScreeningsDb db)
    {
        /// <summary>What was once told about a screening under that number; null where nothing was.</summary>
        public async Task<AnnouncedDetails?> FactsAsync(int screeningId, int number, CancellationToken cancellationToken) =>
            await db.AnnouncedVersions.Where(f => f.ScreeningId == screeningId && f.Number == number).Select(f => f.Facts)
            .SingleOrDefaultAsync(cancellationToken) is { } json ? AnnouncedDetails.FromJson(json) : null;
    }
}
