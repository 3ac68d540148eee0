using System.ComponentModel.DataAnnotations;
using HomsScreenings.Accounts;
using HomsScreenings.Text.Languages;
using HomsScreenings.Validation;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Asks for a link to choose a new password; the answer does not tell whether there is such an account.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class ForgotPasswordModel(PasswordResetQueue resets, GuestLimits limits) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Type your email address."),
        EmailText, Display(Name = "Email address"), DataType(DataType.EmailAddress)]
    public string? Email { get; set; }
    public bool Asked { get; private set; }
    public double Hours => PasswordResetLetter.ValidFor.TotalHours;

    public void OnGet(string? asked) => Asked = asked is not null;

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid) return this.Again();
        if (limits.TryWriteTo(Email!)) resets.Ask(Email!, Language.Current.Tag);
        return Redirect("/account/forgot-password?asked=yes");
    }
}
