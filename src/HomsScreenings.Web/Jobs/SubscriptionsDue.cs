using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Time;

namespace HomsScreenings.Web.Jobs;

/// <summary>
/// Has subscribers sent newsletters and told what is new, and forgets who did not confirm and whom mail has not reached for long.
/// </summary>
sealed class SubscriptionsDue(DeletedRows deleted, TimeProvider clock) : IBackgroundJob
{
    public string Name => "subscriptions";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, now) = (services.GetRequiredService<ScreeningsDb>(), clock.Now());
        await db.ForgetBouncesOfWhomMailReachesAsync(now, cancellationToken);
        await DueMailings.RunAsync(db, now, cancellationToken);
        await new DueDigests(db, now).RunAsync(cancellationToken);
        if (await SubscriptionRetention.RunAsync(db, now, cancellationToken)) await deleted.LetGoAsync(db, cancellationToken);
    }
}
