using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Jobs;

/// <summary>Publishes the entries of the journal whose time has come.</summary>
sealed class PublishScheduledEntries(TimeProvider clock) : IBackgroundJob
{
    const int BatchSize = 50;

    public string Name => "scheduled-entries";
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, now) = (services.GetRequiredService<ScreeningsDb>(), clock.Now());
        var due = await db.Journal.Where(e => e.Status == EntryStatus.Scheduled && e.ScheduledFor <= now)
            .OrderBy(e => e.ScheduledFor).Take(BatchSize).ToListAsync(cancellationToken);
        if (due.Count == 0) return;
        due.ForEach(entry => entry.Publish(now));
        await db.SaveChangesAsync(cancellationToken);
    }
}
