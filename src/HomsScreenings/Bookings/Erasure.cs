using HomsScreenings.Mail;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>Forgets guests: names, addresses, words, codes, links, and mails that were not sent yet.</summary>
static class Erasure
{
    /// <summary>Forgets the guests of these bookings, which are tracked and saved by the caller.</summary>
    public static async Task OfAsync(ScreeningsDb db, IReadOnlyList<Booking> bookings, Instant now, CancellationToken cancel)
    {
        var ids = bookings.Select(b => b.Id).ToList();
        await db.SaveChangesAsync(cancel); // a mail that was decided on a moment ago goes with the others
        await db.GuestLinks.Where(l => ids.Contains(l.BookingId)).ExecuteDeleteAsync(cancel);
        await db.GuestQuestions.Where(q => ids.Contains(q.BookingId)).ExecuteDeleteAsync(cancel);
        await db.Outbox.Where(m => ids.Contains(m.BookingId!.Value)).ExecuteDeleteAsync(cancel);
        foreach (var booking in bookings) booking.Erase(now);
    }
}
