using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>
/// Stops writing to an address from which mail comes back, and to one whose owner reported a mail as unwanted. To go on would only hurt
/// the standing of the site, and of those who read what it sends.
/// </summary>
public static class SubscriptionBounces
{
    /// <summary>On how many days mail must have come back for good, without any having arrived between.</summary>
    public const int MaxHardBounces = 3;

    /// <summary>How long after it left a mail counts as arrived that did not come back.</summary>
    public static readonly Duration HasArrivedAfter = Duration.FromDays(14);

    extension(ScreeningsDb db)
    {
        /// <summary>
        /// A mail came back for good, now: its address has a day more against it, if it was one to a subscriber and the first of the day
        /// (by UTC), and is stopped as a whole when they are enough.
        /// </summary>
        public async Task CountHardBounceAsync(OutboxMessage mail, Instant now, CancellationToken cancellationToken)
        {
            if (await db.SubscriberOfAsync(mail, cancellationToken) is not { } key) return;
            var today = now.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
            var all = db.Subscriptions.Where(s => s.EmailKey == key && s.ConfirmedAt != null && s.StoppedAt == null);
            await all.Where(s => s.LastBounceAt == null || s.LastBounceAt < today).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.HardBounces, x => x.HardBounces + 1).SetProperty(x => x.LastBounceAt, now), cancellationToken);
            if (await all.AnyAsync(s => s.HardBounces >= MaxHardBounces, cancellationToken))
                await all.ExecuteUpdateAsync(s => s.SetProperty(x => x.StoppedAt, now), cancellationToken);
        }

        /// <summary>A mail was reported as unwanted: if it was one to a subscriber, their address is stopped at once.</summary>
        public async Task StopUnwantedAsync(OutboxMessage mail, Instant now, CancellationToken cancellationToken)
        {
            if (await db.SubscriberOfAsync(mail, cancellationToken) is not { } key) return;
            await db.Subscriptions.Where(s => s.EmailKey == key && s.ConfirmedAt != null).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.StoppedAt, x => x.StoppedAt ?? now).SetProperty(x => x.HasComplained, true), cancellationToken);
        }

        /// <summary>What an address had against it is forgotten once a later mail to it has arrived.</summary>
        public Task ForgetBouncesOfWhomMailReachesAsync(Instant now, CancellationToken cancellationToken)
        {
            var (left, mails) = (now - HasArrivedAfter, db.Outbox.ToAnySubscriber());
            return db.Subscriptions.Where(s => s.LastBounceAt != null && s.StoppedAt == null && mails.Any(
                    m => m.SentAt > s.LastBounceAt && m.SentAt <= left && m.LastError == null
                        && db.Subscriptions.Any(o => o.Id == m.SubjectId && o.EmailKey == s.EmailKey)))
                .ExecuteUpdateAsync(
                    s => s.SetProperty(x => x.HardBounces, 0).SetProperty(x => x.LastBounceAt, (Instant?)null), cancellationToken);
        }

        // The address as it is compared; null where the mail was to somebody else, or the subscription is gone.
        Task<string?> SubscriberOfAsync(OutboxMessage mail, CancellationToken cancellationToken)
        {
            var subjects = db.Outbox.ToAnySubscriber().Where(m => m.Id == mail.Id).Select(m => m.SubjectId);
            return db.Subscriptions.Where(s => subjects.Contains(s.Id)).Select(s => s.EmailKey).SingleOrDefaultAsync(cancellationToken);
        }
    }
}
