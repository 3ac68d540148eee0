using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Organisations;

/// <summary>The rows behind <see cref="SiteRoles"/>: made when first needed.</summary>
public static class SiteRoleRows
{
    extension(ScreeningsDb db)
    {
        /// <summary>
        /// Adds a site role to an account that may itself still wait to be saved. A role that is missing waits with it;
        /// that its name is unique in the database lets only one of two first administrators through.
        /// </summary>
        public async Task AddSiteRoleAsync(User user, string name, CancellationToken cancellationToken)
        {
            var role = await db.Roles.SingleOrDefaultAsync(r => r.Name == name, cancellationToken) ?? db.Roles.Add(NewRole(name)).Entity;
            var (userKey, roleKey) = (db.Entry(user).Property(u => u.Id), db.Entry(role).Property(r => r.Id));
            var link = db.UserRoles.Add(new IdentityUserRole<int> { UserId = userKey.CurrentValue, RoleId = roleKey.CurrentValue });
            // Numbers that stand in until the rows are written: Identity's link has no navigations to find them by.
            link.Property(l => l.UserId).IsTemporary = userKey.IsTemporary;
            link.Property(l => l.RoleId).IsTemporary = roleKey.IsTemporary;
        }

        /// <summary>What an account may do for the whole site, a locked one too; of one that is not there, nothing.</summary>
        public async Task<SiteRights> SiteRightsAsync(int userId, CancellationToken cancellationToken)
        {
            var lockoutEnd = await db.Users.Where(u => u.Id == userId).Select(u => u.LockoutEnd).SingleOrDefaultAsync(cancellationToken);
            var roles = await db.UserRoles.Where(r => r.UserId == userId).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name)
                .ToListAsync(cancellationToken);
            return new(roles.Contains(SiteRoles.Administrator), roles.Contains(SiteRoles.SiteEditor), User.IsForGood(lockoutEnd));
        }

        /// <summary>Both roles are there afterwards, also when another process made them at the same moment.</summary>
        internal async Task EnsureSiteRolesAsync(CancellationToken cancellationToken)
        {
            foreach (var name in new[] { SiteRoles.Administrator, SiteRoles.SiteEditor })
            {
                if (await db.Roles.AnyAsync(r => r.Name == name, cancellationToken)) continue;
                db.Roles.Add(NewRole(name));
                await db.TrySaveAsync(cancellationToken);
            }
        }
    }

    static IdentityRole<int> NewRole(string name) => new(name) { NormalizedName = name.ToUpperInvariant() };
}

/// <summary>What an account may do for the whole site, and whether it may sign in at all.</summary>
public sealed record SiteRights(bool IsAdministrator, bool IsSiteEditor, bool IsLocked);
