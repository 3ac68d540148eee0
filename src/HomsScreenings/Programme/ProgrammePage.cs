using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>
/// One page of the programme. Where the past is asked for without a first day, what is over follows what comes, the
/// latest first; with a first day it is all one row of days.
/// </summary>
public sealed record ProgrammePage(IReadOnlyList<ScreeningCard> Screenings, IReadOnlyList<ScreeningCard> Past, int Total)
{
    public static ProgrammePage Empty { get; } = new([], [], 0);

    public bool IsEmpty => Screenings.Count + Past.Count == 0;

    /// <summary>Finds it: in one statement where nothing matches, else in five.</summary>
    /// <param name="all">All there are: the rows of the page are taken from there by their numbers.</param>
    /// <param name="matching">Those of them that the filter leaves over.</param>
    /// <param name="filter">The filter: it says whether what is over is wanted.</param>
    /// <param name="now">The moment that parts what comes from what is over.</param>
    /// <param name="skip">How many stand on the pages before.</param>
    /// <param name="size">How many a page has.</param>
    /// <param name="cancellationToken">Whether nobody waits for it any more.</param>
    public static async Task<ProgrammePage> FindAsync(IQueryable<Screening> all, IQueryable<Screening> matching, ScreeningFilter filter, Instant now, int skip, int size, CancellationToken cancellationToken)
    {
        var (first, past) = filter switch
        {
            { From: not null } => (matching, null),
            { Past: true } => (matching.Upcoming(now), matching.Over(now)),
            _ => (matching.Upcoming(now), (IQueryable<Screening>?)null),
        };
        var (firstTotal, total) = await CountAsync(first, past, cancellationToken);
        if (total == 0) return Empty;
        var page = await PageAsync(first, past, firstTotal, skip, size, cancellationToken);
        var cards = await CardsAsync(all, page.ConvertAll(p => p.Id), cancellationToken);
        return new(Of(false), Of(true), total);

        IReadOnlyList<ScreeningCard> Of(bool isPast) => [.. page.Where(p => p.IsPast == isPast && cards.ContainsKey(p.Id)).OrderBy(p => p.Order).ThenBy(p => p.Id).Select(p => cards[p.Id])];
    }

    sealed class Place
    {
        public required int Id { get; init; }
        public required long Order { get; init; }
        public required bool IsPast { get; init; }
    }

    // What finds and orders needs narrow indexes alone; the rows are looked up when it is known which.
    static Task<List<Place>> PageAsync(IQueryable<Screening> first, IQueryable<Screening>? past, int firstTotal, int skip, int size, CancellationToken cancellationToken)
    {
        var places = first.InProgrammeOrder().Skip(skip).Take(size).Select(s => new Place { Id = s.Id, Order = s.ProgrammeOrder, IsPast = false });
        var room = skip + size - Math.Max(skip, firstTotal);
        if (past is not null && room > 0)
            places = places.Concat(past.LatestFirst().Skip(Math.Max(0, skip - firstTotal)).Take(room).Select(s => new Place { Id = s.Id, Order = s.LatestOrder, IsPast = true }));
        return places.ToListAsync(cancellationToken);
    }

    // Films and speakers in statements of their own: joined to the rest they would be gathered for all screenings there
    // are, by databases that do not look into a join within a join.
    static Task<Dictionary<int, ScreeningCard>> CardsAsync(IQueryable<Screening> all, List<int> ids, CancellationToken cancellationToken) =>
        all.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id).Select(ScreeningCard.Of).AsSplitQuery().ToDictionaryAsync(c => c.Id, cancellationToken);

    /// <summary>What a filter shows, as far as being over matters: all of it, or what is coming.</summary>
    internal static IQueryable<Screening> Shown(IQueryable<Screening> matching, ScreeningFilter filter, Instant now) => filter.IncludesPast ? matching : matching.Upcoming(now);

    static async Task<(int First, int Total)> CountAsync(IQueryable<Screening> first, IQueryable<Screening>? past, CancellationToken cancellationToken)
    {
        if (past is null)
        {
            var all = await first.CountAsync(cancellationToken);
            return (all, all);
        }
        var counts = await first.Select(s => new { IsPast = false }).Concat(past.Select(s => new { IsPast = true }))
            .GroupBy(s => s.IsPast).Select(g => new { IsPast = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return (counts.Where(c => !c.IsPast).Sum(c => c.Count), counts.Sum(c => c.Count));
    }
}
