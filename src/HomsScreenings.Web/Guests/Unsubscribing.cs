using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;

namespace HomsScreenings.Web.Guests;

/// <summary>Ends subscriptions, and has the database let go of them at once.</summary>
public sealed class Unsubscribing(ScreeningsDb db, DeletedRows deleted)
{
    public async Task StopAsync(int subscriptionId, CancellationToken cancellationToken)
    {
        await db.EraseSubscriptionsAsync([subscriptionId], cancellationToken);
        await deleted.LetGoAsync(db, cancellationToken);
    }

    /// <summary>The same for all of an address.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> StopAllOfAsync(string email, CancellationToken cancellationToken)
    {
        var count = await db.EraseSubscriptionsOfAsync(email, cancellationToken);
        if (count > 0) await deleted.LetGoAsync(db, cancellationToken);
        return count;
    }
}
