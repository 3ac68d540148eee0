using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>What was left of a person who had been deleted, and is not any more.</summary>
/// <param name="Entries">Of the history of what was saved.</param>
/// <param name="Addresses">That said that somebody had been there.</param>
public sealed record ErasedPerson(int Entries, int Addresses);

/// <summary>Forgets that a person was ever there, for those who were taken out for their safety.</summary>
public static class PersonErasure
{
    extension(ScreeningsDb db)
    {
        /// <summary>Deletes what the deletion of a person leaves: their history, and the names that they had in addresses.</summary>
        /// <returns>Null where somebody of that slug is still there.</returns>
        public async Task<ErasedPerson?> EraseDeletedPersonAsync(string slug, CancellationToken cancellationToken)
        {
            const string kind = nameof(Person);
            if (await db.People.WithSlug(slug).AnyAsync(cancellationToken)) return null;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var deleted = db.Audit.Where(a => a.Kind == kind && !db.People.Any(p => p.Id == a.RecordId));
            var people = await deleted.Where(a => a.Slug == slug).Select(a => a.RecordId).Distinct().ToListAsync(cancellationToken);
            var slugs = await deleted.Where(a => people.Contains(a.RecordId)).Select(a => a.Slug).Distinct().ToListAsync(cancellationToken);
            var addresses = await db.PastSlugs.Where(p => p.Kind == kind && p.TargetId == null && slugs.Contains(p.Slug))
                .ExecuteDeleteAsync(cancellationToken);
            var entries = await db.Audit.Where(a => a.Kind == kind && people.Contains(a.RecordId)).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new ErasedPerson(entries, addresses);
        }
    }
}
