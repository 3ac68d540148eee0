using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>
/// Forgets who was asked whether they want to subscribe, and did not answer; and who was stopped, and did not want it again.
/// </summary>
public static class SubscriptionRetention
{
    /// <summary>How long the owner of an address has to answer.</summary>
    public static readonly Duration UnconfirmedFor = Duration.FromDays(7);

    /// <summary>How long the owner of an address has to want mail again after it was stopped.</summary>
    public static readonly Duration StoppedFor = Duration.FromDays(90);

    const int BatchSize = 200;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>Whether there was anything.</returns>
    public static async Task<bool> RunAsync(ScreeningsDb db, Instant now, CancellationToken cancellationToken)
    {
        var (asked, stopped) = (now - UnconfirmedFor, now - StoppedFor);
        for (var any = false; ; any = true)
        {
            var old = await db.Subscriptions.Where(s => (s.ConfirmedAt == null && s.AskedAt <= asked) || s.StoppedAt <= stopped)
                .OrderBy(s => s.Id).Take(BatchSize).Select(s => s.Id).ToListAsync(cancellationToken);
            if (old.Count == 0) return any;
            await db.EraseSubscriptionsAsync(old, cancellationToken);
        }
    }
}
