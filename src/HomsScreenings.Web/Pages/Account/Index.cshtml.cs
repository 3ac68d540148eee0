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
public sealed class IndexModel(
    ClockedUsers users, SignInManager<User> signIn, ScreeningsDb db, Sessions sessions, ISecurityEvents events) : PageModel
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
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user) return Challenge();
        await ShowAsync(user, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user) return Challenge();
        if (ModelState.IsValid) await ChangeAsync(user, cancellationToken);
        if (!ModelState.IsValid)
        {
            await ShowAsync(user, cancellationToken);
            return this.Again();
        }
        await signIn.RefreshSignInAsync(user);
        return this.Done("Your password is changed. Your other sessions, and the link to your calendar, are ended.", "/account");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellationToken) =>
        await EndedAsync(account => sessions.EndAsync(account, session, cancellationToken), "The session is ended.", cancellationToken);

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) =>
        await EndedAsync(account => sessions.EndOthersAsync(account, Accounts.Sessions.IdIn(HttpContext), cancellationToken),
            "All other sessions are ended.", cancellationToken);

    async Task<IActionResult> EndedAsync(Func<int, Task<int>> end, string sentence, CancellationToken cancellationToken)
    {
        if (Accounts.Sessions.AccountOf(User) is not { } account) return Challenge();
        if (await end(account) > 0) await events.AddAsync(SecurityEventKind.SessionsEnded, account, account, cancellationToken);
        return this.Done(sentence, "/account");
    }

    async Task ChangeAsync(User user, CancellationToken cancellationToken)
    {
        var result = await users.ChangePasswordAsync(user, Input.Present!, Input.Password!);
        ModelState.AddProblems(result.Errors, "Input.Password", "");
        if (result.Succeeded) await events.AddAsync(SecurityEventKind.PasswordChanged, user.Id, user.Id, cancellationToken);
    }

    async Task ShowAsync(User user, CancellationToken cancellationToken)
    {
        Email = user.Email!;
        IsAdministrator = await users.IsInRoleAsync(user, SiteRoles.Administrator);
        Memberships = await db.Members.Where(m => m.UserId == user.Id).OrderBy(m => m.Organisation.Name).ThenBy(m => m.OrganisationId)
            .Select(m => new Membership(m.Organisation.Name, m.Role)).ToListAsync(cancellationToken);
        Sessions = await sessions.OfAsync(user.Id, cancellationToken);
    }
}
