using System.ComponentModel.DataAnnotations;
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

/// <summary>Gives a member another role.</summary>
public sealed class MemberModel(ScreeningsDb db, CurrentOrganiser desk, ISecurityEvents events) : PageModel
{
    [BindProperty, EnumDataType(typeof(MemberRole), ErrorMessage = "Choose a role.")]
    public MemberRole Role { get; set; }
    public string Email { get; private set; } = "";
    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, userId, cancellationToken) is not { } member) return NotFound();
        Role = member.Role;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, userId, cancellationToken) is null) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var outcome = await db.SetMemberRoleAsync(Organisation.Id, userId, Role, cancellationToken);
        if (outcome == RightsOutcome.Missing) return NotFound();
        if (outcome == RightsOutcome.LastOne)
        {
            ModelState.AddModelError("Role", "This is the only owner. Make somebody else an owner first.");
            return this.Again();
        }
        await events.AddAsync(
            SecurityEventKind.MemberRoleChanged, userId, desk.Value.UserId, Organisation.Id, cancellationToken);
        return this.Done($"{Email} is now {(Role == MemberRole.Owner ? "an owner" : "an editor")}.",
            $"/organise/organisations/{slug}/members");
    }

    async Task<Member?> FindAsync(string slug, int userId, CancellationToken cancellationToken)
    {
        if (await db.OrganisationOwnedByAsync(desk.Value, slug, cancellationToken) is not { } organisation) return null;
        Organisation = organisation;
        var member = await db.Members.AsNoTracking().Include(m => m.User)
            .SingleOrDefaultAsync(m => m.OrganisationId == organisation.Id && m.UserId == userId, cancellationToken);
        Email = member?.User.Email ?? "";
        return member;
    }
}
