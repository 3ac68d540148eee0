using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace HomsScreenings.Mail;

/// <summary>What has become of a mail.</summary>
public enum OutboxState
{
    Waiting, Sent,
    /// <summary>Tried for too long, or needless before it could be sent.</summary>
    NotSent,
}

/// <summary>Which mails wait, and how one process among several takes one.</summary>
public static class OutboxQueries
{
    /// <summary>How long a mail is tried; what it is about is out of date afterwards.</summary>
    public static readonly Duration GivesUpAfter = Duration.FromDays(3);

    /// <summary>How long it is kept that there was a mail, sent or not.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    /// <summary>How the error of a mail begins whose address takes none: it is not tried again.</summary>
    public const string Undeliverable = "The address takes no mail. ";

    static readonly Duration[] Pauses = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1)];

    /// <summary>How long to wait after a failed try, the first being number 1.</summary>
    public static Duration PauseAfter(int attempt) => attempt <= Pauses.Length ? Pauses[attempt - 1] : Duration.FromHours(6);

    extension(IQueryable<OutboxMessage> messages)
    {
        /// <summary>What is to be sent now, in the order in which it fell due; what goes to very many comes last.</summary>
        public IQueryable<OutboxMessage> Due(Instant now)
        {
            var tooOld = now - GivesUpAfter;
            return messages.Where(m => m.SentAt == null && m.DueAt <= now && m.CreatedAt > tooOld)
                .OrderBy(m => m.IsBulk).ThenBy(m => m.DueAt).ThenBy(m => m.Id);
        }

        /// <summary>The mails that are in this state.</summary>
        public IQueryable<OutboxMessage> In(OutboxState state, Instant now)
        {
            var tooOld = now - GivesUpAfter;
            return state switch
            {
                OutboxState.Waiting => messages.Where(m => m.SentAt == null && m.CreatedAt > tooOld),
                OutboxState.Sent => messages.Where(m => m.SentAt != null && m.LastError == null),
                _ => messages.Where(m => (m.SentAt == null && m.CreatedAt <= tooOld) || (m.SentAt != null && m.LastError != null)),
            };
        }

        /// <summary>Takes a mail for one try; false when another process was faster. Should this one die, it falls due again.</summary>
        public async Task<bool> ClaimAsync(int id, int attemptsSeen, Instant now, CancellationToken cancellationToken)
        {
            var next = now + PauseAfter(attemptsSeen + 1);
            return await messages.Where(m => m.Id == id && m.SentAt == null && m.Attempts == attemptsSeen)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Attempts, attemptsSeen + 1).SetProperty(m => m.DueAt, next),
                    cancellationToken) == 1;
        }

        public Task ForgetOldAsync(Instant now, CancellationToken cancellationToken)
        {
            var tooOld = now - KeptFor;
            return messages.Where(m => m.CreatedAt < tooOld).ExecuteDeleteAsync(cancellationToken);
        }
    }

    extension(ScreeningsDb db)
    {
        /// <summary>Writes mails that are some of very many alike.</summary>
        /// <param name="mails">What each is about, and its further number.</param>
        public Task WriteBulkAsync(
            string kind, IEnumerable<(int SubjectId, int Detail)> mails, Instant now, CancellationToken cancellationToken) =>
            db.WriteRowsAsync("""
                INSERT INTO "Outbox" ("MessageId", "Kind", "SubjectId", "Detail", "IsBulk", "CreatedAt", "DueAt", "Attempts") VALUES {0}
                """, mails.Select(m => new object?[]
            {
                OutboxMessage.NewMessageId(), kind, m.SubjectId, m.Detail, true, now.ToDateTimeUtc(), now.ToDateTimeUtc(), 0,
            }), cancellationToken);

        /// <summary>Notes that a mail has been sent.</summary>
        public Task MarkSentAsync(int id, Instant now, CancellationToken cancellationToken) => db.NoteTryAsync(id, now, null, s => s
            .SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, (string?)null), cancellationToken);

        /// <summary>Notes that there was nothing to say any more: it is done with, and says why.</summary>
        public Task MarkNeedlessAsync(int id, string why, Instant now, CancellationToken cancellationToken) =>
            db.NoteTryAsync(id, now, why, s => s
            .SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, why), cancellationToken);

        /// <summary>Notes that a try failed.</summary>
        public Task MarkFailedAsync(int id, string error, Instant now, CancellationToken cancellationToken) =>
            db.NoteTryAsync(id, now, error, s => s
            .SetProperty(m => m.LastError, error), cancellationToken);

        /// <summary>Notes that the address takes no mail: to try again would only hurt the site's standing.</summary>
        public Task MarkUndeliverableAsync(int id, string error, Instant now, CancellationToken cancellationToken)
        {
            var why = (Undeliverable + error).CutWithEllipsis(Lengths.Line - 1);
            return db.MarkNeedlessAsync(id, why, now, cancellationToken);
        }

        // The guest may have been forgotten meanwhile, and the mail with them.
        async Task NoteTryAsync(int id, Instant now, string? error,
            Action<UpdateSettersBuilder<OutboxMessage>> set, CancellationToken cancellationToken)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(set, cancellationToken) == 0) return;
            db.Add(new OutboxAttempt { MessageId = id, At = now, Error = error });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
