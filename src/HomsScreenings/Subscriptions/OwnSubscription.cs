using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>What a subscriber does with their subscription. Each verb can be told twice.</summary>
public sealed class OwnSubscription(ScreeningsDb db, TimeProvider clock)
{
    /// <summary>For how many months one can pause.</summary>
    public static IReadOnlyList<int> Pauses { get; } = [1, 3, 6];

    /// <summary>The subscription behind a link; null where there is none, or the link has ended.</summary>
    public async Task<Subscription?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var subjects = db.Tokens.Behind(token, TokenPurpose.Subscription, clock.Now()).Select(t => t.Subject);
        return await db.Subscriptions.SingleOrDefaultAsync(s => subjects.Contains(s.Id), cancellationToken);
    }

    /// <summary>The owner of the address says yes: they are told what happens from now on.</summary>
    /// <returns>False where the address follows as much as it may.</returns>
    public async Task<bool> ConfirmAsync(
        Subscription subscription, SubscriptionChoice choice, CancellationToken cancellationToken)
    {
        if (subscription.ConfirmedAt is not null) return true;
        var others = await db.Subscriptions.CountAsync(
            s => s.EmailKey == subscription.EmailKey && s.ConfirmedAt != null, cancellationToken);
        if (others >= Subscription.MaxPerAddress) return false;
        subscription.ConfirmedAt = clock.Now();
        Take(subscription, choice);
        await EndStopsAsync(subscription, cancellationToken);
        await BeginAnewAsync(subscription, clock.Now(), cancellationToken);
        return true;
    }

    /// <summary>Chooses anew: what has not been told yet is told in the new rhythm.</summary>
    public Task ChangeAsync(Subscription subscription, SubscriptionChoice choice, CancellationToken cancellationToken)
    {
        var told = subscription.Rhythm == SubscriptionRhythm.Never ? DigestInterval.FullMinute(clock.Now()) : subscription.ToldUntil;
        Take(subscription, choice);
        (subscription.ToldUntil, subscription.DueAt) = (told, choice.Rhythm.NextAfter(Instant.Max(clock.Now(), told)));
        return db.SaveChangesAsync(cancellationToken);
    }

    // That somebody agreed earlier stays true as long as they agree.
    void Take(Subscription subscription, SubscriptionChoice choice)
    {
        (subscription.Rhythm, subscription.Newsletters) = (choice.Rhythm, choice.Newsletters);
        subscription.AddressSharedAt = choice.SharesAddress ? subscription.AddressSharedAt ?? clock.Now() : null;
    }

    /// <summary>Follows something else from now on.</summary>
    /// <returns>False where the address follows that already.</returns>
    public async Task<bool> ChangeFilterAsync(Subscription subscription, string filter, CancellationToken cancellationToken)
    {
        if (subscription.Filter == filter) return true;
        if (await db.Subscriptions.AnyAsync(s => s.EmailKey == subscription.EmailKey && s.Filter == filter, cancellationToken))
            return false;
        subscription.Filter = filter;
        subscription.AddressSharedAt = null; // it was for others
        if (subscription.Rhythm == SubscriptionRhythm.Never && !FollowedFilter.HasNewsletters(FollowedFilter.Read(filter)))
            subscription.Rhythm = SubscriptionRhythm.Weekly;
        await BeginAnewAsync(subscription, Instant.Max(clock.Now(), subscription.PausedUntil ?? Instant.MinValue), cancellationToken);
        return true;
    }

    /// <summary>Is told nothing for some months, and not what happened in them either.</summary>
    public Task PauseAsync(Subscription subscription, int months, CancellationToken cancellationToken)
    {
        var end = clock.Now().InUtc().LocalDateTime.PlusMonths(months).InUtc().ToInstant();
        subscription.PausedUntil = DigestInterval.FullMinute(end);
        return BeginAnewAsync(subscription, end, cancellationToken);
    }

    /// <summary>Ends the pause, and what stopped the subscription.</summary>
    public async Task ResumeAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (subscription.StoppedAt is null && !(subscription.PausedUntil > clock.Now())) return;
        subscription.PausedUntil = null;
        await EndStopsAsync(subscription, cancellationToken);
        await BeginAnewAsync(subscription, clock.Now(), cancellationToken);
    }

    // Whether mail comes back is a matter of the address, so all that it follows goes on; but what its owner reported as unwanted is
    // theirs to have again one by one.
    async Task EndStopsAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var others = await db.Subscriptions.Where(s => s.EmailKey == subscription.EmailKey && s.Id != subscription.Id
            && !s.HasComplained && s.LastBounceAt != null).ToListAsync(cancellationToken);
        foreach (var one in others.Append(subscription))
        {
            if (one.StoppedAt is not null) BeginAnew(one, Instant.Max(clock.Now(), one.PausedUntil ?? Instant.MinValue));
            (one.StoppedAt, one.HasComplained, one.HardBounces, one.LastBounceAt) = (null, false, 0, null);
        }
    }

    Task BeginAnewAsync(Subscription subscription, Instant from, CancellationToken cancellationToken)
    {
        BeginAnew(subscription, from);
        return db.SaveChangesAsync(cancellationToken);
    }

    static void BeginAnew(Subscription subscription, Instant from) =>
        (subscription.ToldUntil, subscription.DueAt) = (DigestInterval.FullMinute(from), subscription.Rhythm.NextAfter(from));
}
