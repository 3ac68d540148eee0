using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>
/// Finds out who is to be told something, and has a mail written to each; what it says is found when it leaves. Who is written to at
/// once waits for news without a date; when there are some the date is set, and what else happens until then is told with them.
/// </summary>
public sealed class DueDigests(ScreeningsDb db, Instant now)
{
    /// <summary>How many at a time: so many rows of the outbox are one statement.</summary>
    public const int BatchSize = 40;

    readonly LatestNews _news = new(db, now);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var latest = await _news.OfAllAsync(cancellationToken);
        await InBatchesAsync(db.Subscriptions.Where(s => s.IsActive && s.Rhythm == SubscriptionRhythm.AtOnce
            && s.DueAt == null && s.ToldUntil < latest), NoticeAsync, cancellationToken);
        await InBatchesAsync(db.Subscriptions.Where(s => s.IsActive && s.DueAt <= now), TellAsync, cancellationToken);
    }

    sealed record Line(int Id, string Filter, bool TakesNewsletters, SubscriptionRhythm Rhythm, Instant ToldUntil);

    static async Task InBatchesAsync(IQueryable<Subscription> all,
        Func<IReadOnlyList<Line>, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        for (var last = 0; ;)
        {
            var batch = await all.Where(s => s.Id > last).OrderBy(s => s.Id).Take(BatchSize)
                .Select(s => new Line(s.Id, s.Filter, s.Newsletters, s.Rhythm, s.ToldUntil)).ToListAsync(cancellationToken);
            if (batch.Count == 0) return;
            await act(batch, cancellationToken);
            last = batch[^1].Id;
        }
    }

    async Task NoticeAsync(IReadOnlyList<Line> batch, CancellationToken cancellationToken)
    {
        var (withNews, without) = await PartAsync(batch, cancellationToken);
        var due = now + SubscriptionRhythms.GathersFor;
        if (withNews.Count > 0)
            await db.Subscriptions.Where(s => withNews.Contains(s.Id) && s.DueAt == null && s.Rhythm == SubscriptionRhythm.AtOnce)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.DueAt, due), cancellationToken);
        if (without.Count > 0)
            await db.Subscriptions.Where(s => without.Contains(s.Id) && s.ToldUntil < _news.Until)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.ToldUntil, _news.Until), cancellationToken);
    }

    async Task TellAsync(IReadOnlyList<Line> batch, CancellationToken cancellationToken)
    {
        var (withNews, _) = await PartAsync(batch, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = 0;
        foreach (var rhythm in batch.Select(s => s.Rhythm).Distinct()) moved += await MoveOnAsync(batch, rhythm, cancellationToken);
        if (moved < batch.Count) return; // some are not due any more: the others are in the next round
        await db.WriteBulkAsync(SubscriptionMailKind.Digest,
            batch.Where(s => withNews.Contains(s.Id)).Select(s => (s.Id, DigestInterval.MinutesOf(s.ToldUntil))), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Who paused or chose another rhythm meanwhile is not due any more; nor is whom another process was faster to tell.
    Task<int> MoveOnAsync(IReadOnlyList<Line> batch, SubscriptionRhythm rhythm, CancellationToken cancellationToken)
    {
        var (ids, next) = (batch.Where(s => s.Rhythm == rhythm).Select(s => s.Id).ToList(), rhythm.NextAfter(now));
        return db.Subscriptions.Where(s => ids.Contains(s.Id) && s.DueAt <= now).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.DueAt, next).SetProperty(x => x.ToldUntil, _news.Until), cancellationToken);
    }

    async Task<(IReadOnlyList<int> WithNews, IReadOnlyList<int> Without)> PartAsync(
        IReadOnlyList<Line> batch, CancellationToken cancellationToken)
    {
        var (withNews, without) = (new List<int>(), new List<int>());
        foreach (var line in batch)
        {
            var latest = await _news.OfAsync(line.Filter, line.TakesNewsletters, cancellationToken);
            (latest > line.ToldUntil ? withNews : without).Add(line.Id);
        }
        return (withNews, without);
    }
}
