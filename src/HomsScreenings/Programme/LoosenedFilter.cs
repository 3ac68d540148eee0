using HomsScreenings.Programme.Snapshots;

namespace HomsScreenings.Programme;

/// <summary>What there would be without one value of a filter.</summary>
/// <param name="Key">The filter, as it stands in the address.</param>
/// <param name="Value">The value that was left out.</param>
/// <param name="Filter">The filter without it.</param>
public sealed record LoosenedFilter(string Key, string Value, ScreeningFilter Filter, int Screenings)
{
    // Nobody tries more ways than that, and each is a part of the question.
    const int Max = 12;

    /// <summary>The ways out of an empty list that lead to something, in the order of the filter.</summary>
    public static IReadOnlyList<LoosenedFilter> Count(ProgrammeFinder finder) =>
        [.. Ways(finder.Filter).Take(Max).Select(way => way with { Screenings = finder.Shown(way.Filter).Count() })
            .Where(way => way.Screenings > 0)];

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
