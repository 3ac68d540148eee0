using HomsScreenings.Bookings;
using HomsScreenings.Comments;
using HomsScreenings.Storage;
using HomsScreenings.Time;

namespace HomsScreenings.Web.Jobs;

/// <summary>Tells moderators what waits, and forgets who wrote comments when their time is over.</summary>
sealed class CommentsDue(GuestOptions options, DeletedRows deleted, TimeProvider clock) : IBackgroundJob
{
    public string Name => "comments";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ScreeningsDb>();
        await WaitingComments.TellAsync(db, clock, cancellationToken);
        if (await new CommentRetention(db, options.KeepsFor, clock.Now()).RunAsync(cancellationToken))
            await deleted.LetGoAsync(db, cancellationToken);
    }
}
