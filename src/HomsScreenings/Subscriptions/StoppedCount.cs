using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Subscriptions;

/// <summary>How many subscriptions get nothing any more.</summary>
/// <param name="CameBack">Because mail came back.</param>
/// <param name="Unwanted">Because a mail was reported as unwanted.</param>
public sealed record StoppedCount(int CameBack, int Unwanted)
{
    /// <param name="organisations">Only what names one of these by its slug; null for all.</param>
    public static async Task<StoppedCount> FindAsync(
        ScreeningsDb db, IReadOnlyCollection<string>? organisations, CancellationToken cancellationToken)
    {
        var rows = await db.Subscriptions.Where(s => s.ConfirmedAt != null && s.StoppedAt != null)
            .GroupBy(s => new { s.Filter, s.HasComplained })
            .Select(g => new { g.Key.Filter, g.Key.HasComplained, Count = g.Count() }).ToListAsync(cancellationToken);
        var counted = rows.Where(r => organisations is null || FollowedFilter.Read(r.Filter).Organisations.Any(organisations.Contains))
            .ToLookup(r => r.HasComplained, r => r.Count);
        return new(counted[false].Sum(), counted[true].Sum());
    }
}
