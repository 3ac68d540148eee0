using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Organisations;

/// <summary>How a change of somebody's rights ended.</summary>
public enum RightsOutcome
{
    Done,
    /// <summary>There is no such member or account (any more).</summary>
    Missing,
    /// <summary>It would have left nobody who could give rights; nothing was changed.</summary>
    LastOne,
}

/// <summary>
/// Changes of rights that must not leave an organisation without an owner or the site without an administrator. Each
/// takes a lock first, by writing rows as they are: of two owners who remove each other, the second sees what the first did.
/// </summary>
public static class MembershipRules
{
    extension(ScreeningsDb db)
    {
        /// <summary>Gives a member another role, or with none ends the membership.</summary>
        public async Task<RightsOutcome> SetMemberRoleAsync(
            int organisationId, int userId, MemberRole? role, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Members.Where(m => m.OrganisationId == organisationId)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Role, m => m.Role), cancellationToken);
            var member = await db.Members.SingleOrDefaultAsync(
                m => m.OrganisationId == organisationId && m.UserId == userId, cancellationToken);
            if (member is null) return RightsOutcome.Missing;
            var hasOtherOwner = await db.Members.AnyAsync(
                m => m.OrganisationId == organisationId && m.UserId != userId && m.Role == MemberRole.Owner, cancellationToken);
            if (member.Role == MemberRole.Owner && role != MemberRole.Owner && !hasOtherOwner) return RightsOutcome.LastOne;

            if (role is { } given) member.Role = given;
            else db.Members.Remove(member);
            await db.SaveChangesAsync(cancellationToken);
            await db.TakeBackInvitationsAsync(userId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return RightsOutcome.Done;
        }

        /// <summary>Gives an account exactly these rights on the site, and locks it or opens it again.</summary>
        /// <param name="at">The present, by which it is told whether an administrator is locked out.</param>
        public async Task<RightsOutcome> SetSiteRightsAsync(
            int userId, SiteRights rights, DateTimeOffset at, CancellationToken cancellationToken)
        {
            await db.EnsureSiteRolesAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Roles.Where(r => r.Name == SiteRoles.Administrator)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Name, r => r.Name), cancellationToken);
            var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancellationToken);
            if (user is null) return RightsOutcome.Missing;
            if (!(rights.IsAdministrator && !rights.IsLocked) && !await db.HasOtherAdministratorAsync(userId, cancellationToken))
                return RightsOutcome.LastOne;

            await db.SetSiteRoleAsync(userId, SiteRoles.Administrator, rights.IsAdministrator, cancellationToken);
            await db.SetSiteRoleAsync(userId, SiteRoles.SiteEditor, rights.IsSiteEditor, cancellationToken);
            user.SetLocked(rights.IsLocked, at);
            await db.SaveChangesAsync(cancellationToken);
            await db.TakeBackInvitationsAsync(userId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return RightsOutcome.Done;
        }

        // What somebody might not do any more they must not have done for later either.
        async Task TakeBackInvitationsAsync(int invitedBy, CancellationToken cancellationToken)
        {
            var inviter = await db.OrganiserAsync(invitedBy, cancellationToken);
            if (inviter?.IsAdministrator == true) return;
            var owned = inviter?.OwnedOrganisationIds ?? [];
            await db.Invitations.Where(i => i.InvitedById == invitedBy && i.AcceptedAt == null && !owned.Contains(i.OrganisationId))
                .ExecuteDeleteAsync(cancellationToken);
        }

        // Whoever merely mistyped a password too often is still an administrator; locked by hand, not.
        async Task<bool> HasOtherAdministratorAsync(int userId, CancellationToken cancellationToken)
        {
            var others = await db.Users
                .Where(
                    u => u.Id != userId
                        && db.UserRoles.Any(
                            r => r.UserId == u.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == SiteRoles.Administrator)))
                .Select(u => u.LockoutEnd).ToListAsync(cancellationToken);
            return others.Exists(end => end != User.LockedForGood);
        }

        async Task SetSiteRoleAsync(int userId, string name, bool given, CancellationToken cancellationToken)
        {
            var roleId = await db.Roles.Where(r => r.Name == name).Select(r => r.Id).SingleAsync(cancellationToken);
            var link = await db.UserRoles.FindAsync([userId, roleId], cancellationToken);
            if (given && link is null) db.UserRoles.Add(new() { UserId = userId, RoleId = roleId });
            if (!given && link is not null) db.UserRoles.Remove(link);
        }
    }
}
