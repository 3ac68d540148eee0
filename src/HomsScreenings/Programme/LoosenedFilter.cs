using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>What there would be without one value of a filter.</summary>
/// <param name="Key">The filter, as it stands in the address.</param>
/// <param name="Value">The value that was left out.</param>
/// <param name="Filter">The filter without it.</param>
public sealed record LoosenedFilter(string Key, string Value, ScreeningFilter Filter, int Screenings)
{
    // Nobody tries more ways than that, and each is a part of the question.
    const int Max = 12;

    /// <summary>The ways out of an empty list that lead to something, in the order of the filter: counted in one statement.</summary>
    public static async Task<IReadOnlyList<LoosenedFilter>> CountAsync(IQueryable<Screening> screenings, ScreeningFilter filter, FilterTargets targets, Instant now, CancellationToken cancellationToken)
    {
        var ways = Ways(filter).Take(Max).ToList();
        IQueryable<int>? all = null;
        foreach (var (way, i) in ways.Select((w, i) => (w, i)))
        {
            var one = ProgrammePage.Shown(screenings.Matching(way.Filter, targets), way.Filter, now).Select(_ => i);
            all = all is null ? one : all.Concat(one);
        }
        if (all is null) return [];
        var counts = await all.GroupBy(i => i).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. ways.Select((way, i) => way with { Screenings = counts.GetValueOrDefault(i) }).Where(way => way.Screenings > 0)];
    }

    static IEnumerable<LoosenedFilter> Ways(ScreeningFilter filter)
    {
        var pairs = filter.Pairs().ToList();
        foreach (var pair in pairs)
        {
            // 'within' goes with 'near', and without 'past' there is never more.
            if (pair.Key is "within" or "past") continue;
            var others = pairs.Where(p => p.Key != pair.Key || p.Value != pair.Value).Where(p => pair.Key != "near" || p.Key != "within");
            yield return new(pair.Key, pair.Value, ScreeningFilter.Read(others, out _), 0);
        }
    }
}
