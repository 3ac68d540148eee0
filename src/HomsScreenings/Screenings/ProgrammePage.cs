using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Screenings;

/// <summary>
/// One page of the programme. Where the past is asked for without a first day, what is over follows what comes, the
/// latest first; with a first day it is all one row of days.
/// </summary>
public sealed record ProgrammePage(IReadOnlyList<ScreeningCard> Screenings, IReadOnlyList<ScreeningCard> Past, int Total)
{
    public static ProgrammePage Empty { get; } = new([], [], 0);

    public bool IsEmpty => Screenings.Count + Past.Count == 0;

    /// <summary>Finds it, in three statements at most.</summary>
    public static async Task<ProgrammePage> FindAsync(IQueryable<Screening> matching, ScreeningFilter filter, Instant now, int skip, int size, CancellationToken cancel)
    {
        var (first, past) = filter switch
        {
            { From: not null } => (matching, null),
            { Past: true } => (matching.Upcoming(now), matching.Over(now)),
            _ => (matching.Upcoming(now), (IQueryable<Screening>?)null),
        };
        var (firstTotal, total) = await CountAsync(first, past, cancel);
        if (total == 0) return Empty;
        var screenings = await first.InProgrammeOrder().Skip(skip).Take(size).Select(ScreeningCard.Of).ToListAsync(cancel);
        if (past is null || screenings.Count == size) return new(screenings, [], total);
        var over = await past.LatestFirst().Skip(Math.Max(0, skip - firstTotal)).Take(size - screenings.Count).Select(ScreeningCard.Of).ToListAsync(cancel);
        return new(screenings, over, total);
    }

    /// <summary>What a filter shows, as far as being over matters: all of it, or what is coming.</summary>
    internal static IQueryable<Screening> Shown(IQueryable<Screening> matching, ScreeningFilter filter, Instant now) => filter.IncludesPast ? matching : matching.Upcoming(now);

    static async Task<(int First, int Total)> CountAsync(IQueryable<Screening> first, IQueryable<Screening>? past, CancellationToken cancel)
    {
        if (past is null)
        {
            var all = await first.CountAsync(cancel);
            return (all, all);
        }
        var counts = await first.Select(s => new { IsPast = false }).Concat(past.Select(s => new { IsPast = true }))
            .GroupBy(s => s.IsPast).Select(g => new { IsPast = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return (counts.Where(c => !c.IsPast).Sum(c => c.Count), counts.Sum(c => c.Count));
    }
}
