using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>Forgets who was asked whether they want to subscribe, and did not answer.</summary>
public static class SubscriptionRetention
{
    /// <summary>How long the owner of an address has to answer.</summary>
    public static readonly Duration UnconfirmedFor = Duration.FromDays(7);

    const int BatchSize = 200;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> RunAsync(ScreeningsDb db, Instant now, CancellationToken cancellationToken)
    {
        var limit = now - UnconfirmedFor;
        for (var any = false; ; any = true)
        {
            var old = await db.Subscriptions.Where(s => s.ConfirmedAt == null && s.AskedAt <= limit).OrderBy(s => s.Id).Take(BatchSize)
                .Select(s => s.Id).ToListAsync(cancellationToken);
            if (old.Count == 0) return any;
            await db.EraseSubscriptionsAsync(old, cancellationToken);
        }
    }
}
