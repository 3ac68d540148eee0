using HomsScreenings.Model;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Where an invitation leads: somebody with an account joins, somebody without makes one first.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class InvitationModel(Invitations invitations, NewAccounts accounts, ClockedUsers users, SignInManager<User> signIn,
    ISecurityEvents events) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }
    [BindProperty]
    public NewPasswordInput Input { get; set; } = new();
    public Invitation? Invitation { get; private set; }
    public string? SignedInAs { get; private set; }
    /// <summary>Whether the address that was invited has an account.</summary>
    public bool HasAccount { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await FindAsync(cancellationToken) is null ? Invalid() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } invitation) return Invalid();
        var user = await users.GetUserAsync(User);
        if (user is null)
        {
            if (HasAccount || !ModelState.IsValid) return this.Again();
            (user, var problems) = await accounts.AddAsync(invitation.Email, Input.Password!);
            ModelState.AddProblems(problems, "Input.Password", "");
            if (!ModelState.IsValid) return this.Again();
        }
        if (!await invitations.AcceptAsync(invitation, Token!, user, cancellationToken)) return Invalid();
        await events.AddAsync(SecurityEventKind.InvitationAccepted, user.Id, user.Id, invitation.OrganisationId, cancellationToken);
        if (SignedInAs is null) await signIn.SignInAsync(user, isPersistent: false);
        return this.Done($"You have joined {invitation.Organisation.Name}.", "/organise");
    }

    async Task<Invitation?> FindAsync(CancellationToken cancellationToken)
    {
        Invitation = await invitations.FindAsync(Token, cancellationToken);
        if (Invitation is null) return null;
        SignedInAs = (await users.GetUserAsync(User))?.Email;
        HasAccount = SignedInAs is null && await users.FindByEmailAsync(Invitation.Email) is not null;
        return Invitation;
    }

    NotFoundResult Invalid()
    {
        HttpContext.Explain(
            "This invitation does not hold: it has been accepted, was taken back, or is older than 14 days. Ask whoever invited you for a new one.");
        return NotFound();
    }
}
