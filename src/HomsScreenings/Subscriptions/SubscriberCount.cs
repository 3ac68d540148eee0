using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Subscriptions;

/// <summary>How many follow something.</summary>
/// <param name="Words">What they follow.</param>
/// <param name="Path">Where that is in the programme.</param>
public sealed record SubscriberCount(string Words, string Path, int AtOnce, int Weekly, int Monthly, int Never)
{
    // What somebody typed, or where they are, may tell who they are as long as few follow the same.
    const int FewestWithWordsOrPlace = 3;

    public int Together => AtOnce + Weekly + Monthly + Never;

    /// <summary>
    /// Counts those who have confirmed and are written to, what most follow first. What one or two follow near a place, or with words of
    /// their own, is left out.
    /// </summary>
    /// <param name="organisations">Only what names one of these by its slug; null for all.</param>
    /// <param name="max">How many lines at most.</param>
    public static async Task<IReadOnlyList<SubscriberCount>> FindAsync(
        ScreeningsDb db, IReadOnlyCollection<string>? organisations, int max, CancellationToken cancellationToken)
    {
        var rows = await db.Subscriptions.Where(s => s.IsActive).GroupBy(s => new { s.Filter, s.Rhythm })
            .Select(g => new { g.Key.Filter, g.Key.Rhythm, Count = g.Count() }).ToListAsync(cancellationToken);
        var filters = rows.GroupBy(r => r.Filter)
            .Select(g => new Followed(g.Key, FollowedFilter.Read(g.Key), g.ToDictionary(r => r.Rhythm, r => r.Count)))
            .Where(f => organisations is null || f.Filter.Organisations.Any(organisations.Contains))
            .Where(f => f.Sum >= FewestWithWordsOrPlace || IsOfKnownWords(f.Filter))
            .OrderByDescending(f => f.Sum).ThenBy(f => f.Query, StringComparer.Ordinal).Take(max).ToList();
        var targets = await TargetsAsync(db, [.. filters.Select(f => f.Filter)], cancellationToken);
        return [.. filters.Select(f => new SubscriberCount(FilterWords.Heading(f.Filter, targets) ?? "Everything",
            f.Query.Length > 0 ? $"/screenings?{f.Query}" : "/screenings", f.Of(SubscriptionRhythm.AtOnce),
            f.Of(SubscriptionRhythm.Weekly), f.Of(SubscriptionRhythm.Monthly), f.Of(SubscriptionRhythm.Never)))];
    }

    static bool IsOfKnownWords(ScreeningFilter filter) =>
        filter is { Near: null, Query: null } && filter.Cities.All(city => Gazetteer.Read(city).Count > 0);

    // The names of all records that any of them names, in one statement.
    static async Task<FilterTargets> TargetsAsync(
        ScreeningsDb db, IReadOnlyList<ScreeningFilter> filters, CancellationToken cancellationToken)
    {
        var all = ScreeningFilter.None with
        {
            Films = [.. filters.SelectMany(f => f.Films).Distinct()],
            Series = [.. filters.SelectMany(f => f.Series).Distinct()],
            Venues = [.. filters.SelectMany(f => f.Venues).Distinct()],
            Organisations = [.. filters.SelectMany(f => f.Organisations).Distinct()],
        };
        return (await FilterTargets.FindAsync(db, all, cancellationToken)).Targets;
    }

    sealed record Followed(string Query, ScreeningFilter Filter, IReadOnlyDictionary<SubscriptionRhythm, int> Counts)
    {
        public int Sum => Counts.Values.Sum();

        public int Of(SubscriptionRhythm rhythm) => Counts.GetValueOrDefault(rhythm);
    }
}
