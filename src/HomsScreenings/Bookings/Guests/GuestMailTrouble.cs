using HomsScreenings.Mail;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Bookings.Guests;

/// <summary>What is wrong with the latest mail to a guest.</summary>
public enum GuestMailTrouble
{
    /// <summary>The mail server does not take it for now; it is tried again.</summary>
    Delayed,
    /// <summary>The address takes no mail.</summary>
    Undeliverable,
}

static class GuestMailTroubles
{
    extension(ScreeningsDb db)
    {
        /// <summary>What is wrong with the latest mail to each guest of a screening, by the number of the booking.</summary>
        public async Task<Dictionary<int, GuestMailTrouble>> GuestMailTroubleAsync(int screeningId, CancellationToken cancellationToken)
        {
            var bookings = db.Bookings.Where(b => b.ScreeningId == screeningId && b.ErasedAt == null).Select(b => b.Id);
            var latest = db.Outbox.ToGuests().Where(m => bookings.Contains(m.SubjectId))
                .GroupBy(m => m.SubjectId).Select(g => g.Max(m => m.Id));
            var wrong = await db.Outbox.Where(m => latest.Contains(m.Id) && m.LastError != null
                    && (m.SentAt == null || m.LastError.StartsWith(OutboxQueries.Undeliverable)))
                .Select(m => new { m.SubjectId, IsOver = m.SentAt != null }).ToListAsync(cancellationToken);
            return wrong.ToDictionary(m => m.SubjectId, m => m.IsOver ? GuestMailTrouble.Undeliverable : GuestMailTrouble.Delayed);
        }
    }
}
