namespace HomsScreenings.Web.Site;

/// <summary>The query string as pairs, for filters to read.</summary>
static class QueryPairs
{
    // What links get on their way through other people's sites. It says nothing about the programme.
    static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase) { "fbclid",
        "gclid", "msclkid", "mc_cid", "mc_eid", "igshid" };

    /// <summary>All pairs but those named and those that only track where a reader came from.</summary>
    public static IEnumerable<KeyValuePair<string, string>> PairsBut(this IQueryCollection query, params IReadOnlyList<string> names) =>
        query.Where(
            q => !names.Contains(q.Key) && !Tracking.Contains(q.Key) && !q.Key.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value.Select(value => KeyValuePair.Create(q.Key, value ?? "")));
}
