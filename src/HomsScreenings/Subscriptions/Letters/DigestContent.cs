using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Letters;

/// <summary>An entry of the journal in a digest.</summary>
/// <param name="Next">Where the films that it is about are shown next.</param>
sealed record DigestEntry(EntryCard Card, IReadOnlyList<ScreeningCard> Next);

/// <summary>What there is to tell somebody of an interval, as that stands now and in the language that is spoken.</summary>
/// <param name="Followed">What they follow.</param>
/// <param name="Announced">Screenings of which they were not told yet, in the order of the programme.</param>
/// <param name="Changed">Those of which something is otherwise.</param>
/// <param name="More">How many screenings there are beyond those.</param>
/// <param name="Entries">The newest first.</param>
sealed record DigestContent(FollowedFilter Followed, IReadOnlyList<ScreeningCard> Announced, IReadOnlyList<ScreeningCard> Changed,
    int More, IReadOnlyList<DigestEntry> Entries)
{
    /// <summary>How many of each a mail holds: more is read on the site.</summary>
    public const int MaxScreenings = 50, MaxEntries = 20;

    public bool IsEmpty => Announced.Count + Changed.Count + Entries.Count == 0;

    /// <summary>Finds it, in seven statements at most.</summary>
    public static async Task<DigestContent> FindAsync(
        ScreeningsDb db, FollowedFilter followed, DigestInterval interval, Instant now, CancellationToken cancellationToken)
    {
        var news = followed.Screenings(db, now).NewsOf(interval);
        var cards = await news.AsNoTracking().InProgrammeOrder().Take(MaxScreenings).Select(ScreeningCard.Of)
            .ToListAsync(cancellationToken);
        var more = cards.Count < MaxScreenings ? 0 : await news.CountAsync(cancellationToken) - MaxScreenings;
        var isNew = cards.ToLookup(c => c.PublishedAt > interval.From);
        return new(followed, [.. isNew[true]], [.. isNew[false]], more,
            await EntriesAsync(db, followed, interval, now, cancellationToken));
    }

    static async Task<IReadOnlyList<DigestEntry>> EntriesAsync(
        ScreeningsDb db, FollowedFilter followed, DigestInterval interval, Instant now, CancellationToken cancellationToken)
    {
        if (followed.Entries(db) is not { } entries) return [];
        var cards = await entries.NewsOf(interval).AsNoTracking().NewestFirst().Take(MaxEntries).Select(EntryCard.Of)
            .ToListAsync(cancellationToken);
        if (cards.Count == 0) return [];
        var ids = cards.Select(c => c.Id).ToList();
        var named = await db.Journal.Where(e => ids.Contains(e.Id))
            .SelectMany(e => e.Subjects.Where(s => s.FilmId != null && s.Film!.IsPublic),
                (e, s) => new { e.Id, s.Position, s.Film!.Slug })
            .OrderBy(s => s.Position).ToListAsync(cancellationToken);
        var films = named.ToLookup(s => s.Id, s => s.Slug);
        var next = await NextScreenings.OfAsync(db, [.. films.SelectMany(f => f).Distinct()], now, cancellationToken);
        return [.. cards.Select(card => new DigestEntry(card,
            [.. films[card.Id].Select(slug => next.GetValueOrDefault(slug)).OfType<ScreeningCard>()]))];
    }
}
