using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Storage;

/// <summary>How a save from a form ended.</summary>
public enum SaveOutcome
{
    Saved,
    /// <summary>Somebody else saved the same record meanwhile; nothing was written.</summary>
    ChangedMeanwhile,
    /// <summary>
    /// Something that must be there only once is there already, or something that is needed has gone; nothing was written.
    /// </summary>
    Refused,
}

/// <summary>One earlier save, as it is shown to somebody whose own save came too late.</summary>
public sealed record EarlierChange(NodaTime.Instant At, string? Who, IReadOnlyList<string> Lines);

public static class Saving
{
    extension(ScreeningsDb db)
    {
        /// <summary>Saves, and after a failure forgets what was to be saved, so that the form can be shown with fresh rows.</summary>
        public async Task<SaveOutcome> TrySaveAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return SaveOutcome.Saved;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return SaveOutcome.ChangedMeanwhile;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                return SaveOutcome.Refused;
            }
        }

        /// <summary>What was changed in a record since the version that a form was filled from, the earliest first.</summary>
        public async Task<IReadOnlyList<EarlierChange>> ChangesSinceAsync<T>(int id, int version, CancellationToken cancellationToken)
            where T : class, IRecord
        {
            var kind = typeof(T).Name;
            var entries = await db.Audit.Where(a => a.Kind == kind && a.RecordId == id && a.Version > version).OrderBy(a => a.Version)
                .Select(a => new { a.At, a.Changes, Who = db.Users.Where(u => u.Id == a.UserId).Select(u => u.Email).FirstOrDefault() })
                .ToListAsync(cancellationToken);
            return [.. entries.Select(e => new EarlierChange(e.At, e.Who, e.Changes.Split('\n', StringSplitOptions.RemoveEmptyEntries)))];
        }
    }
}
