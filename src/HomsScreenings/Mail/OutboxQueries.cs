using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Mail;

/// <summary>Which mails wait, and how one process among several takes one.</summary>
public static class OutboxQueries
{
    /// <summary>How long a mail is kept, sent or not: it names people.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(30);

    static readonly Duration[] Pauses = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1)];

    /// <summary>How long to wait after a failed try, the first being number 1.</summary>
    public static Duration PauseAfter(int attempt) => attempt <= Pauses.Length ? Pauses[attempt - 1] : Duration.FromHours(6);

    extension(IQueryable<OutboxMessage> messages)
    {
        /// <summary>What is to be sent now, in the order in which it fell due.</summary>
        public IQueryable<OutboxMessage> Due(Instant now)
        {
            var tooOld = now - Outbox.GivesUpAfter;
            return messages.Where(m => m.SentAt == null && m.DueAt <= now && m.CreatedAt > tooOld).OrderBy(m => m.DueAt).ThenBy(m => m.Id);
        }

        /// <summary>Takes a mail for one try; false when another process was faster. Should this one die, it falls due again.</summary>
        public async Task<bool> TakeAsync(int id, int attemptsSeen, Instant now, CancellationToken cancel)
        {
            var next = now + PauseAfter(attemptsSeen + 1);
            return await messages.Where(m => m.Id == id && m.SentAt == null && m.Attempts == attemptsSeen)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Attempts, attemptsSeen + 1).SetProperty(m => m.DueAt, next), cancel) == 1;
        }

        /// <summary>Notes that a mail has been sent, and erases what it said.</summary>
        public Task MarkSentAsync(int id, Instant now, CancellationToken cancel) => messages.Where(m => m.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, now).SetProperty(m => m.Body, "").SetProperty(m => m.LastError, (string?)null), cancel);

        public Task MarkFailedAsync(int id, string error, CancellationToken cancel) => messages.Where(m => m.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.LastError, error), cancel);

        public Task ForgetOldAsync(Instant now, CancellationToken cancel)
        {
            var tooOld = now - KeptFor;
            return messages.Where(m => m.CreatedAt < tooOld).ExecuteDeleteAsync(cancel);
        }
    }
}
