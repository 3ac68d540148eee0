using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Subscriptions;

/// <summary>Takes subscriptions away with all that goes with them: links, and mails that there were or are to be.</summary>
public static class SubscriptionErasure
{
    static readonly string[] Kinds =
    [
        SubscriptionMailKind.Confirm, SubscriptionMailKind.Again, SubscriptionMailKind.Full, SubscriptionMailKind.Digest,
        SubscriptionMailKind.Newsletter,
    ];

    extension(IQueryable<OutboxMessage> messages)
    {
        /// <summary>All mails to subscribers.</summary>
        public IQueryable<OutboxMessage> ToAnySubscriber() => messages.Where(m => Kinds.Contains(m.Kind));

        /// <summary>The mails to these subscribers.</summary>
        public IQueryable<OutboxMessage> ToSubscribers(params IReadOnlyCollection<int> subscriptions) =>
            messages.Where(m => Kinds.Contains(m.Kind) && subscriptions.Contains(m.SubjectId));
    }

    extension(ScreeningsDb db)
    {
        /// <summary>Leaves nothing of these subscriptions; what is gone already stays gone.</summary>
        public async Task EraseSubscriptionsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Subscriptions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
            await db.Tokens.Of(TokenSubject.Subscription, ids).ExecuteDeleteAsync(cancellationToken);
            await db.Outbox.ToSubscribers(ids).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        /// <summary>The same for all of an address.</summary>
        /// <returns>How many there were.</returns>
        public async Task<int> EraseSubscriptionsOfAsync(string email, CancellationToken cancellationToken)
        {
            var key = Subscription.KeyOf(email);
            var ids = await db.Subscriptions.Where(s => s.EmailKey == key).Select(s => s.Id).ToListAsync(cancellationToken);
            await db.EraseSubscriptionsAsync(ids, cancellationToken);
            return ids.Count;
        }

        /// <summary>Deletes the tokens and mails that were made while their subscription was being erased.</summary>
        public async Task DeleteStraysOfSubscriptionsAsync(CancellationToken cancellationToken)
        {
            await db.Tokens.Where(t => t.Purpose == TokenPurpose.Subscription && !db.Subscriptions.Any(s => s.Id == t.Subject))
                .ExecuteDeleteAsync(cancellationToken);
            await db.Outbox.Where(m => Kinds.Contains(m.Kind) && !db.Subscriptions.Any(s => s.Id == m.SubjectId))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
