using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Organisations;

/// <summary>Somebody at the desk, and what they may touch: their organisations' rows, or for the site's editors all.</summary>
public sealed record Organiser(
    int UserId, bool IsAdministrator, bool IsSiteEditor, IReadOnlyList<int> OrganisationIds, IReadOnlyList<int> OwnedOrganisationIds)
{
    public bool EditsEverything => IsAdministrator || IsSiteEditor;

    /// <summary>Whether they may edit a row; a row that no organisation owns is the site editors' own.</summary>
    public bool CanEdit(IOwned row) => EditsEverything || (row.OrganisationId is { } id && OrganisationIds.Contains(id));

    /// <summary>Whether they may invite to and remove from an organisation.</summary>
    public bool IsOwnerOf(int organisationId) => IsAdministrator || OwnedOrganisationIds.Contains(organisationId);

    /// <summary>Whether they may change what an organisation says of itself.</summary>
    public bool CanDescribe(int organisationId) => IsSiteEditor || IsOwnerOf(organisationId);

    /// <summary>Whether they may enter new rows at all: an account that no organisation has taken in yet may only look.</summary>
    public bool MayAdd => EditsEverything || OrganisationIds.Count > 0;
}

public static class OrganiserQueries
{
    extension<T>(IQueryable<T> rows) where T : class, IOwned
    {
        /// <summary>The rows that this organiser may edit; a stranger finds none, so that a guess tells nothing.</summary>
        public IQueryable<T> EditableBy(Organiser organiser) => organiser.EditsEverything
            ? rows
            : rows.Where(r => EF.Property<int?>(r, "OrganisationId") != null
                && organiser.OrganisationIds.Contains(EF.Property<int?>(r, "OrganisationId")!.Value));
    }

    extension(IQueryable<Organisation> rows)
    {
        public IQueryable<Organisation> EditableBy(Organiser organiser) => organiser.EditsEverything
            ? rows
            : rows.Where(o => organiser.OrganisationIds.Contains(o.Id));
    }

    extension(ScreeningsDb db)
    {
        /// <summary>The organiser behind an account, or null where there is no such account or it is locked.</summary>
        public async Task<Organiser?> OrganiserAsync(int userId, CancellationToken cancellationToken)
        {
            var rows = await db.Users.Where(u => u.Id == userId).Select(u => new
            {
                Roles = db.UserRoles.Where(r => r.UserId == u.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name).ToList(),
                u.LockoutEnd,
                Memberships = u.Memberships.Select(m => new { m.OrganisationId, m.Role }).ToList(),
            }).AsSplitQuery().SingleOrDefaultAsync(cancellationToken);
            return rows is null || User.IsForGood(rows.LockoutEnd) ? null : new Organiser(userId,
                rows.Roles.Contains(SiteRoles.Administrator), rows.Roles.Contains(SiteRoles.SiteEditor),
                [.. rows.Memberships.Select(m => m.OrganisationId)],
                [.. rows.Memberships.Where(m => m.Role == MemberRole.Owner).Select(m => m.OrganisationId)]);
        }
    }
}
