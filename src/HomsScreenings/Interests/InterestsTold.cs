using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Interests;

/// <summary>
/// Tells who waits of the first screening that is announced within their reach, once. What somebody has been told, and until when was
/// looked for them, stands with their interest: so nothing is lost while the program is stopped, and no process does again what another
/// did.
/// </summary>
public sealed class InterestsTold(ScreeningsDb db, Instant now)
{
    /// <summary>How many at a time: so many rows of the outbox are one statement.</summary>
    public const int BatchSize = 40;

    /// <summary>Why a mail is not sent whose screening is off again; who was to get it waits on.</summary>
    public const string OffAgain = "The screening is not on any more, or not public.";

    sealed record Announced(int Id, int? SeriesId, List<int> Films, double Latitude, double Longitude, Instant At, long Order);

    readonly Instant _until = DigestInterval.EndAt(now);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await WaitOnAsync(cancellationToken);
        var first = await db.Interests.Where(i => i.IsWaiting).MinAsync(i => (Instant?)i.LookedUntil, cancellationToken);
        if (first is not { } since || since >= _until) return;
        var announced = await AnnouncedAsync(new DigestInterval(since, _until), cancellationToken);
        if (announced.Count == 0) return;
        var latest = announced.Max(s => s.At);
        for (var last = 0; ;)
        {
            var batch = await db.Interests.AsNoTracking().Where(i => i.Id > last && i.IsWaiting && i.LookedUntil < latest)
                .OrderBy(i => i.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (batch.Count == 0) return;
            await TellAsync(batch, announced, cancellationToken);
            last = batch[^1].Id;
        }
    }

    // What is told is found again when the mail leaves; if it is off by then, nobody has been told.
    async Task WaitOnAsync(CancellationToken cancellationToken)
    {
        var needless = await db.Outbox.Where(m => m.Kind == InterestMailKind.Told && m.LastError == OffAgain && m.SentAt != null)
            .Select(m => new { m.Id, m.SubjectId }).ToListAsync(cancellationToken);
        if (needless.Count == 0) return;
        var (mails, ids) = (needless.Select(m => m.Id).ToList(), needless.Select(m => m.SubjectId).ToList());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Outbox.Where(m => mails.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken) < mails.Count) return;
        await db.Interests.Where(i => ids.Contains(i.Id) && i.ToldAt != null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ToldAt, (Instant?)null), cancellationToken);
        await db.RaiseCountsOfAsync(ids, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    async Task<IReadOnlyList<Announced>> AnnouncedAsync(DigestInterval interval, CancellationToken cancellationToken)
    {
        var until = interval.Until;
        return await db.Screenings.NewsOf(interval).ToGoTo(now).Where(s => !s.IsSample).InProgrammeOrder()
            .Select(s => new Announced(s.Id, s.SeriesId, s.Films.Select(f => f.FilmId).ToList(), s.Latitude!.Value, s.Longitude!.Value,
                (s.RevisedAt != null && s.RevisedAt <= until ? s.RevisedAt : s.PublishedAt)!.Value, s.ProgrammeOrder))
            .ToListAsync(cancellationToken);
    }

    async Task TellAsync(IReadOnlyList<Interest> batch, IReadOnlyList<Announced> announced, CancellationToken cancellationToken)
    {
        var told = batch.Select(i => (SubjectId: i.Id, Screening: announced.FirstOrDefault(s => Fits(s, i))))
            .Where(t => t.Screening is not null).Select(t => (t.SubjectId, Detail: t.Screening!.Id)).ToList();
        var (ids, all) = (told.Select(t => t.SubjectId).ToList(), batch.Select(i => i.Id).ToList());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (ids.Count > 0)
        {
            await db.RaiseCountsOfAsync(ids, cancellationToken);
            // Who has stopped meanwhile, or was told by another process: the others are in the next round.
            if (await db.Interests.Where(i => ids.Contains(i.Id) && i.IsWaiting)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.ToldAt, now), cancellationToken) < ids.Count) return;
            await db.WriteBulkAsync(InterestMailKind.Told, told, now, cancellationToken);
        }
        await db.Interests.Where(i => all.Contains(i.Id) && i.LookedUntil < _until)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.LookedUntil, _until), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    static bool Fits(Announced screening, Interest interest) => screening.At > interest.LookedUntil
        && (interest.FilmId is { } film ? screening.Films.Contains(film) : screening.SeriesId == interest.SeriesId)
        && interest.Reach().Reaches(screening.Latitude, screening.Longitude);
}

/// <summary>Where those are who wait.</summary>
public static class InterestReach
{
    extension(Interest interest)
    {
        /// <summary>Their town, and how far they would travel from there.</summary>
        public Nearby Reach() => new(interest.Latitude, interest.Longitude, interest.Km, interest.Town);
    }
}
