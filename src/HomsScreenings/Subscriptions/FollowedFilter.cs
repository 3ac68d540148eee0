using HomsScreenings.Programme;
using HomsScreenings.Storage;

namespace HomsScreenings.Subscriptions;

/// <summary>What a subscription follows, with what that leads to in the database.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Targets">The records that it names; what is gone is not among them.</param>
public sealed record FollowedFilter(ScreeningFilter Filter, FilterTargets Targets)
{
    /// <summary>What it is in words, in the language that is spoken; null for everything.</summary>
    public string? Words => FilterWords.Heading(Filter, Targets);

    /// <summary>Reads the query that a subscription keeps.</summary>
    public static ScreeningFilter Read(string query) => ScreeningFilter.Read(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))), out _);

    public static async Task<FollowedFilter> FindAsync(ScreeningsDb db, string query, CancellationToken cancellationToken)
    {
        var filter = Read(query);
        return new(filter, (await FilterTargets.FindAsync(db, filter, cancellationToken)).Targets);
    }
}
