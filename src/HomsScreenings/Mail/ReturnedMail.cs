using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Mail;

/// <summary>Mails that were handed over and came back later, or that their reader did not want.</summary>
public static class ReturnedMail
{
    /// <summary>What the outbox says of a mail that its reader reported (RFC 5965).</summary>
    public const string Unwanted = "It was reported as unwanted.";

    const string CameBack = OutboxQueries.Undeliverable + "It came back";

    /// <summary>What the outbox says of a mail that came back.</summary>
    /// <param name="status">Why, as RFC 3463 numbers it: '5.1.1'.</param>
    public static string CameBackWith(string status) => $"{CameBack}, with status {status}.";

    /// <summary>Whether an error of the outbox is one that was found after the mail had left.</summary>
    public static bool Is(string error) => error == Unwanted || error.StartsWith(CameBack, StringComparison.Ordinal);

    extension(IQueryable<OutboxMessage> messages)
    {
        /// <summary>
        /// The mail with this identifier, if it may have left and nothing is known against it. What came back is believed as long as
        /// it is known that there was a mail: <see cref="OutboxQueries.KeptFor"/>.
        /// </summary>
        public Task<OutboxMessage?> ThatMayHaveLeftAsync(string messageId, Instant now, CancellationToken cancellationToken)
        {
            var tooOld = now - OutboxQueries.KeptFor;
            return messages.AsNoTracking().SingleOrDefaultAsync(m => m.MessageId == messageId && m.CreatedAt > tooOld && m.Attempts > 0
                && (m.SentAt == null || m.LastError == null), cancellationToken);
        }
    }

    extension(ScreeningsDb db)
    {
        /// <summary>Notes what became of a mail, once; in the transaction of the caller.</summary>
        /// <returns>False where that is known already.</returns>
        public async Task<bool> MarkReturnedAsync(int id, string error, Instant now, CancellationToken cancellationToken)
        {
            var why = error.CutWithEllipsis(Lengths.Line - 1);
            if (await db.Outbox.Where(m => m.Id == id && (m.SentAt == null || m.LastError == null)).ExecuteUpdateAsync(
                s => s.SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, why), cancellationToken) == 0) return false;
            db.Add(new OutboxAttempt { MessageId = id, At = now, Error = why });
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
