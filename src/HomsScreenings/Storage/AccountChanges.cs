using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HomsScreenings.Storage;

/// <summary>
/// When the security stamp of an account changes, as it does with another password or a lock, its sessions and all tokens
/// that were handed out in its name are deleted in the same save, whoever saves it.
/// </summary>
static class AccountChanges
{
    public static async Task EndWhatRestsOnThemAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var changed = ChangedAccounts(db.ChangeTracker);
        if (changed.Count == 0) return;
        db.Tokens.RemoveRange(await db.Tokens.Of(TokenSubject.Account, changed).ToListAsync(cancellationToken));
        db.Sessions.RemoveRange(await db.Sessions.Where(s => changed.Contains(s.UserId)).ToListAsync(cancellationToken));
    }

    static List<int> ChangedAccounts(ChangeTracker tracker)
    {
        tracker.AutoDetectChangesEnabled = false; // they have been detected; to look is not to search again
        try { return [.. tracker.Entries<User>().Where(HasNewStamp).Select(u => u.Entity.Id)]; }
        finally { tracker.AutoDetectChangesEnabled = true; }
    }

    // Identity marks every property as modified, so only the values tell.
    static bool HasNewStamp(EntityEntry<User> user) => user.State == EntityState.Modified
        && user.Property(u => u.SecurityStamp) is var stamp && stamp.CurrentValue != stamp.OriginalValue;
}
