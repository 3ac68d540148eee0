using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>Who works for an organisation, and who is invited to.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class MembersModel(ScreeningsDb db, CurrentOrganiser desk, Invitations invitations, TimeProvider clock) : PageModel
{
    public sealed class InvitationDraft
    {
        [Required(ErrorMessage = "Type their email address."),
            EmailText, Display(Name = "Email address"), DataType(DataType.EmailAddress)]
        public string? Email { get; set; }

        [EnumDataType(typeof(MemberRole), ErrorMessage = "Choose a role.")]
        public MemberRole Role { get; set; }
    }

    public sealed record Row(int UserId, string Email, MemberRole Role);

    [BindProperty]
    public InvitationDraft Input { get; set; } = new();
    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<Row> Members { get; private set; } = [];
    public IReadOnlyList<Invitation> Pending { get; private set; } = [];
    public Instant Now => clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await ShowAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(slug, cancellationToken)) return NotFound();
        if (Members.Any(m => string.Equals(m.Email, Input.Email, StringComparison.OrdinalIgnoreCase)))
            ModelState.AddModelError("Input.Email", "They are a member already; change their role above.");
        if (!ModelState.IsValid) return this.Again();
        await invitations.SendAsync(Organisation, Input.Email!, Input.Role, desk.Value.UserId, cancellationToken);
        return this.Done($"{Input.Email} is invited.", $"/organise/organisations/{slug}/members");
    }

    async Task<bool> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.OrganisationOwnedByAsync(desk.Value, slug, cancellationToken) is not { } organisation) return false;
        Organisation = organisation;
        Members = await db.Members.Where(m => m.OrganisationId == organisation.Id).OrderBy(m => m.User.Email).ThenBy(m => m.UserId)
            .Select(m => new Row(m.UserId, m.User.Email!, m.Role)).ToListAsync(cancellationToken);
        Pending = await db.Invitations.AsNoTracking().Where(i => i.OrganisationId == organisation.Id && i.AcceptedAt == null)
            .OrderBy(i => i.Email).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        return true;
    }
}
