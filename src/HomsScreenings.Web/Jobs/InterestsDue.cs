using HomsScreenings.Interests;
using HomsScreenings.Storage;
using HomsScreenings.Time;

namespace HomsScreenings.Web.Jobs;

/// <summary>Tells who waits of what is announced near them, and forgets who did not confirm, was told, or has waited for long.</summary>
sealed class InterestsDue(InterestOptions options, DeletedRows deleted, TimeProvider clock) : IBackgroundJob
{
    public string Name => "interests";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, now) = (services.GetRequiredService<ScreeningsDb>(), clock.Now());
        await new InterestsTold(db, now).RunAsync(cancellationToken);
        if (await InterestRetention.RunAsync(db, options, now, cancellationToken)) await deleted.LetGoAsync(db, cancellationToken);
    }
}
