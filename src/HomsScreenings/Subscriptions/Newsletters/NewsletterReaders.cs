using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Subscriptions.Newsletters;

/// <summary>Who gets the newsletter of an organisation: who asked for newsletters and follows it, or everything.</summary>
public static class NewsletterReaders
{
    extension(ScreeningsDb db)
    {
        /// <summary>Their subscriptions; of one address there may be several. Who has paused is not among them.</summary>
        public async Task<IQueryable<Subscription>> NewsletterReadersAsync(
            int organisationId, Instant now, CancellationToken cancellationToken)
        {
            var filters = await db.FiltersNamingAsync(organisationId, cancellationToken);
            return db.Subscriptions.Where(s => s.IsActive && s.Newsletters && !(s.PausedUntil > now)
                && (s.Filter == "" || filters.Contains(s.Filter)));
        }

        /// <summary>Those who let the organisation have their address.</summary>
        public async Task<IQueryable<Subscription>> SharedWithAsync(int organisationId, CancellationToken cancellationToken)
        {
            var filters = await db.FiltersNamingAsync(organisationId, cancellationToken);
            return db.Subscriptions.Where(s => s.IsActive && s.AddressSharedAt != null && filters.Contains(s.Filter));
        }

        // Filters name organisations by slug, present or former: what each leads to is found for all of them at once.
        async Task<List<string>> FiltersNamingAsync(int organisationId, CancellationToken cancellationToken)
        {
            var all = await db.Subscriptions
                .Where(s => s.IsActive && s.Filter != "" && (s.Newsletters || s.AddressSharedAt != null))
                .Select(s => s.Filter).Distinct().ToListAsync(cancellationToken);
            var read = all.Select(query => (Query: query, FollowedFilter.Read(query).Organisations))
                .Where(f => f.Organisations.Count > 0).ToList();
            var named = ScreeningFilter.None with { Organisations = [.. read.SelectMany(f => f.Organisations).Distinct()] };
            var targets = (await FilterTargets.FindAsync(db, named, cancellationToken)).Targets;
            return [.. read.Where(f => targets.Of("organisation", f.Organisations).Contains(organisationId)).Select(f => f.Query)];
        }
    }
}
