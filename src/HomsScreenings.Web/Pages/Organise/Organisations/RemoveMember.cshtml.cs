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

/// <summary>Ends a membership.</summary>
public sealed class RemoveMemberModel(ScreeningsDb db, CurrentOrganiser desk, ISecurityEvents events) : PageModel
{
    public string Email { get; private set; } = "";
    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int userId, CancellationToken cancellationToken) =>
        await FindAsync(slug, userId, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int userId, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, userId, cancellationToken)) return NotFound();
        if (await db.SetMemberRoleAsync(Organisation.Id, userId, null, cancellationToken) == RightsOutcome.LastOne)
        {
            ModelState.AddModelError("", "This is the only owner. Make somebody else an owner first.");
            return this.Again();
        }
        await events.AddAsync(SecurityEventKind.MemberRemoved, userId, desk.Value.UserId, Organisation.Id, cancellationToken);
        var isLeaving = userId == desk.Value.UserId && !desk.Value.IsAdministrator;
        return this.Done($"{Email} is no longer a member of {Organisation.Name}.",
            isLeaving ? "/organise/organisations" : $"/organise/organisations/{slug}/members");
    }

    async Task<bool> FindAsync(string slug, int userId, CancellationToken cancellationToken)
    {
        if (await db.OrganisationOwnedByAsync(desk.Value, slug, cancellationToken) is not { } organisation) return false;
        Organisation = organisation;
        Email = await db.Members.Where(m => m.OrganisationId == organisation.Id && m.UserId == userId).Select(m => m.User.Email)
            .SingleOrDefaultAsync(cancellationToken) ?? "";
        return Email.Length > 0;
    }
}
