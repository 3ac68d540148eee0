using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings;

/// <summary>
/// Takes what guests ask the organisers: each question once, and of one guest a handful at a time, however many forms arrive at once.
/// </summary>
public sealed class GuestQuestions(ScreeningsDb db, BoxOffice office)
{
    /// <summary>How many questions of one guest may be open at a time.</summary>
    public const int MaxOpen = 5;

    /// <summary>Notes a question; one that is open already is not noted twice.</summary>
    public async Task<Refusal> AskAsync(int bookingId, string question, CancellationToken cancellationToken)
    {
        var answer = await office.WithBookingAsync(bookingId, async (counter, booking) =>
        {
            if (booking.ErasedAt is not null) return new(booking, Refusal.NotStanding);
            var open = await db.GuestQuestions.Where(q => q.BookingId == bookingId && q.Answer == null)
                .Select(q => q.Text).ToListAsync(cancellationToken);
            if (open.Contains(question)) return new(booking);
            if (open.Count >= MaxOpen) return new(booking, Refusal.TooManyQuestions);
            db.GuestQuestions.Add(new GuestQuestion { BookingId = bookingId, Text = question, AskedAt = counter.Now });
            return new(booking);
        }, cancellationToken);
        return answer.Refusal;
    }
}
