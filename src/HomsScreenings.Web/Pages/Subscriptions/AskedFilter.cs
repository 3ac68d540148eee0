using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>Reads from an address what somebody wants to follow.</summary>
static class AskedFilter
{
    /// <returns>The filter in its one form, or what is wrong with it.</returns>
    public static async Task<(FollowedFilter? Asked, IReadOnlyList<string> Problems)> FindAsync(
        ScreeningsDb db, IQueryCollection query, TimeProvider clock, CancellationToken cancellationToken)
    {
        var filter = ScreeningFilter.Read(query.PairsBut(), out var problems);
        if (problems.Count > 0) return (null, problems);
        filter = await FilterChoices.SpeltAsync(db, filter, clock.Now(), cancellationToken);
        if (filter.ToQuery().Length > Subscription.MaxFilter)
            return (null, [T("That is more than one subscription can hold. Choose less.")]);
        var (targets, unknown) = await FilterTargets.FindAsync(db, filter, cancellationToken);
        return unknown.Count > 0 ? (null, unknown) : (new FollowedFilter(filter, targets), []);
    }
}
