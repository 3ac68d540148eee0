using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>Forgets guests: names, addresses, words, codes, links, and mails that were not sent yet.</summary>
static class Erasure
{
    /// <summary>Forgets the guests of these bookings, which are tracked and saved by the caller.</summary>
    public static async Task OfAsync(ScreeningsDb db, IReadOnlyList<Booking> bookings, Instant now, CancellationToken cancellationToken)
    {
        var ids = bookings.Select(b => b.Id).ToList();
        await db.SaveChangesAsync(cancellationToken); // a mail that was decided on a moment ago goes with the others
        await db.Tokens.Of(TokenSubject.Booking, ids).ExecuteDeleteAsync(cancellationToken);
        await db.GuestQuestions.Where(q => ids.Contains(q.BookingId)).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.ToGuestsOf(ids).ExecuteDeleteAsync(cancellationToken);
        foreach (var booking in bookings) booking.Erase(now);
    }
}
