using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;

namespace HomsScreenings.Web.Guests;

/// <summary>Ends subscriptions, and has the database let go of them at once.</summary>
public sealed class Unsubscribing(ScreeningsDb db, GuestOptions options)
{
    public async Task StopAsync(int subscriptionId, CancellationToken cancellationToken)
    {
        await db.EraseSubscriptionsAsync([subscriptionId], cancellationToken);
        await PurgeAsync(cancellationToken);
    }

    /// <summary>The same for all of an address.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> StopAllOfAsync(string email, CancellationToken cancellationToken)
    {
        var count = await db.EraseSubscriptionsOfAsync(email, cancellationToken);
        if (count > 0) await PurgeAsync(cancellationToken);
        return count;
    }

    Task PurgeAsync(CancellationToken cancellationToken) =>
        options.AfterForgetting is { } afterwards ? afterwards(db, cancellationToken) : Task.CompletedTask;
}
