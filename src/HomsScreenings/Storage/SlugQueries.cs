using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Storage;

/// <summary>What became of a slug that no record has now.</summary>
public abstract record SlugFate
{
    /// <summary>The record has another slug by now.</summary>
    public sealed record Moved(string To) : SlugFate;

    /// <summary>The record has been deleted.</summary>
    public sealed record Gone : SlugFate;

    /// <summary>There never was such a record.</summary>
    public sealed record Unknown : SlugFate;
}

public static class SlugQueries
{
    extension<T>(IQueryable<T> records) where T : class, IRecord
    {
        public IQueryable<T> WithSlug(string slug) => records.Where(r => r.Slug == slug);
    }

    extension(ScreeningsDb db)
    {
        /// <summary>What became of a slug that no record of that type has now.</summary>
        /// <param name="atTheDesk">Whether drafts count too, of which the public is told nothing.</param>
        public async Task<SlugFate> FateOfAsync<T>(string slug, CancellationToken cancellationToken, bool atTheDesk = false)
            where T : class, IRecord
        {
            var kind = typeof(T).Name;
            var past = await db.PastSlugs.Where(p => p.Kind == kind && p.Slug == slug && (atTheDesk || p.WasPublic))
                .Select(p => new { Now = db.Set<T>().Where(r => r.Id == p.TargetId).Select(r => r.Slug).FirstOrDefault() })
                .SingleOrDefaultAsync(cancellationToken);
            return past switch
            {
                null => new SlugFate.Unknown(),
                { Now: { } now } => new SlugFate.Moved(now),
                _ => new SlugFate.Gone(),
            };
        }

        /// <summary>
        /// The wanted slug, or the first of 'slug-2', 'slug-3' … that no other record of that type has or ever had; never
        /// longer than a slug may be.
        /// </summary>
        public async Task<string> FreeSlugAsync<T>(string wanted, int? ownId, CancellationToken cancellationToken) where T : class, IRecord
        {
            var kind = typeof(T).Name;
            var prefix = Slug.BeginningOfNumbered(wanted);
            var taken = await db.Set<T>().Where(r => r.Id != ownId && (r.Slug == wanted || r.Slug.StartsWith(prefix))).Select(r => r.Slug)
                .ToListAsync(cancellationToken);
            var past = await db.PastSlugs.Where(
                p => p.Kind == kind && (p.TargetId == null || p.TargetId != ownId) && (p.Slug == wanted || p.Slug.StartsWith(prefix)))
                .Select(p => p.Slug).ToListAsync(cancellationToken);
            var waiting = db.ChangeTracker.Entries<T>().Where(e => e.State == EntityState.Added && e.Entity.Id != ownId)
                .Select(e => e.Entity.Slug);
            var all = taken.Concat(past).Concat(waiting).ToHashSet(StringComparer.Ordinal);
            if (!all.Contains(wanted)) return wanted;
            return Enumerable.Range(2, all.Count + 1).Select(n => Slug.Numbered(wanted, n)).First(s => !all.Contains(s));
        }
    }
}
