using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Interests;

/// <summary>Takes interests away with all that goes with them: links, and mails that there were or are to be.</summary>
public static class InterestErasure
{
    static readonly string[] Kinds =
        [InterestMailKind.Confirm, InterestMailKind.Again, InterestMailKind.Full, InterestMailKind.Told];

    extension(ScreeningsDb db)
    {
        /// <summary>Leaves nothing of these interests; what is gone already stays gone.</summary>
        public async Task EraseInterestsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.DeleteInterestsAsync(ids, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        /// <summary>The same for all of an address.</summary>
        /// <returns>How many there were.</returns>
        public async Task<int> EraseInterestsOfAsync(string email, CancellationToken cancellationToken)
        {
            var key = Subscription.KeyOf(email);
            var ids = await db.Interests.Where(i => i.EmailKey == key).Select(i => i.Id).ToListAsync(cancellationToken);
            await db.EraseInterestsAsync(ids, cancellationToken);
            return ids.Count;
        }

        /// <summary>The same in the transaction of the caller.</summary>
        internal async Task DeleteInterestsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
        {
            if (ids.Count == 0) return;
            await db.RaiseCountsOfAsync(ids, cancellationToken);
            await db.Interests.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync(cancellationToken);
            await db.Tokens.Of(TokenSubject.Interest, ids).ExecuteDeleteAsync(cancellationToken);
            await db.Outbox.Where(m => Kinds.Contains(m.Kind) && ids.Contains(m.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        }

        /// <summary>The public counts are out of date in which these stand, with the transaction that is under way.</summary>
        internal async Task RaiseCountsOfAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
        {
            var counted = await db.Interests.AsNoTracking().Where(i => ids.Contains(i.Id) && i.IsWaiting).ToListAsync(cancellationToken);
            foreach (var area in counted.Select(i => i.CountedIn).Distinct()) db.Raise(area);
        }

        /// <summary>Deletes the tokens and mails whose interest is gone: made while it was, or deleted with a film or a series.</summary>
        public async Task DeleteStraysOfInterestsAsync(CancellationToken cancellationToken)
        {
            await db.Tokens.Where(t => t.Purpose == TokenPurpose.Interest && !db.Interests.Any(i => i.Id == t.Subject))
                .ExecuteDeleteAsync(cancellationToken);
            await db.Outbox.Where(m => Kinds.Contains(m.Kind) && !db.Interests.Any(i => i.Id == m.SubjectId))
                .ExecuteDeleteAsync(cancellationToken);
        }

        /// <summary>
        /// A mail came back for good or was reported as unwanted: if it was to somebody who waits, that ends, after a report for the whole
        /// address; and who as a subscriber was stopped with it waits for nothing either. In the transaction of the caller.
        /// </summary>
        /// <returns>Whether any ended.</returns>
        public async Task<bool> EndInterestsReturnedAsync(
            OutboxMessage mail, bool isUnwanted, CancellationToken cancellationToken)
        {
            var isOurs = Kinds.Contains(mail.Kind);
            if (!isOurs && !mail.Kind.StartsWith("subscription.", StringComparison.Ordinal)) return false;
            var own = db.Interests.Where(i => i.Id == mail.SubjectId);
            var keys = isOurs ? own.Select(i => i.EmailKey)
                : db.Subscriptions.Where(s => s.Id == mail.SubjectId && s.StoppedAt != null).Select(s => s.EmailKey);
            var ending = isOurs && !isUnwanted ? own : db.Interests.Where(i => keys.Contains(i.EmailKey));
            var ids = await ending.Select(i => i.Id).ToListAsync(cancellationToken);
            await db.DeleteInterestsAsync(ids, cancellationToken);
            return ids.Count > 0;
        }
    }
}
