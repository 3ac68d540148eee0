using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>Takes back an invitation that nobody has accepted yet.</summary>
public sealed class RevokeInvitationModel(ScreeningsDb db, CurrentOrganiser desk, ISecurityEvents events) : PageModel
{
    public Invitation Invitation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellationToken) =>
        await FindAsync(slug, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, id, cancellationToken)) return NotFound();
        var revoked = await db.Invitations.Where(i => i.Id == id && i.AcceptedAt == null).ExecuteDeleteAsync(cancellationToken);
        if (revoked == 1)
            await events.AddAsync(
                SecurityEventKind.InvitationRevoked, account: null, desk.Value.UserId, Invitation.OrganisationId, cancellationToken);
        return this.Done(revoked == 1 ? $"The invitation of {Invitation.Email} is taken back."
            : $"{Invitation.Email} had accepted at the same moment.", $"/organise/organisations/{slug}/members");
    }

    async Task<bool> FindAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (await db.OrganisationOwnedByAsync(desk.Value, slug, cancellationToken) is not { } organisation) return false;
        var invitation = await db.Invitations.AsNoTracking().Include(i => i.Organisation)
            .SingleOrDefaultAsync(i => i.OrganisationId == organisation.Id && i.Id == id && i.AcceptedAt == null, cancellationToken);
        if (invitation is null) return false;
        Invitation = invitation;
        return true;
    }
}
