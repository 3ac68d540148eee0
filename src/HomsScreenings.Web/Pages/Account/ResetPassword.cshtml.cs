using System.ComponentModel.DataAnnotations;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Where the link in the mail leads: another password, once.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class ResetPasswordModel(PasswordReset reset) : PageModel
{
    [BindProperty(SupportsGet = true), Required]
    public int? Account { get; set; }
    [BindProperty(SupportsGet = true), Required]
    public string? Token { get; set; }
    [BindProperty]
    public NewPasswordInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        if (Account is null || Token is null) return this.Wrong(["This link is not whole. Copy all of it from the mail."]);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Account is null || Token is null) return this.Wrong(["This link is not whole. Copy all of it from the mail."]);
        if (ModelState.IsValid)
            ModelState.AddProblems((await reset.ChangeAsync(Account.Value, Token, Input.Password!, cancellationToken)).Errors,
                "Input.Password", "");
        if (!ModelState.IsValid) return this.Again();
        return this.Done("Your password is changed. Sign in with it.", "/account/sign-in");
    }
}
