using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>One's own account: who one is here, and another password.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class IndexModel(ClockedUsers users, SignInManager<User> signIn, ScreeningsDb db) : PageModel
{
    public sealed class PasswordChangeDraft : NewPasswordInput
    {
        [Required(ErrorMessage = "Type your present password."), DataType(DataType.Password),
            Display(Name = "Your present password"), StringLength(1000, ErrorMessage = "No password is that long.")]
        public string? Present { get; set; }
    }

    public sealed record Membership(string Organisation, MemberRole Role);

    [BindProperty]
    public PasswordChangeDraft Input { get; set; } = new();
    public string Email { get; private set; } = "";
    public bool IsAdministrator { get; private set; }
    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user) return Challenge();
        await ShowAsync(user, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user) return Challenge();
        if (ModelState.IsValid)
            ModelState.AddProblems((await users.ChangePasswordAsync(user, Input.Present!, Input.Password!)).Errors, "Input.Password", "");
        if (!ModelState.IsValid)
        {
            await ShowAsync(user, cancellationToken);
            return this.Again();
        }
        await signIn.RefreshSignInAsync(user);
        return this.Done("Your password is changed. Your other sessions, and the link to your calendar, are ended.", "/account");
    }

    async Task ShowAsync(User user, CancellationToken cancellationToken)
    {
        Email = user.Email!;
        IsAdministrator = await users.IsInRoleAsync(user, SiteRoles.Administrator);
        Memberships = await db.Members.Where(m => m.UserId == user.Id).OrderBy(m => m.Organisation.Name).ThenBy(m => m.OrganisationId)
            .Select(m => new Membership(m.Organisation.Name, m.Role)).ToListAsync(cancellationToken);
    }
}
