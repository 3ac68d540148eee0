using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Signing in. Whatever goes wrong, the answer is one and the same, and takes as long.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class SignInModel(SignInManager<User> signIn, ClockedUsers users, ISecurityEvents events) : PageModel
{
    public sealed class SignInDraft
    {
        [Required(ErrorMessage = "Type your email address."), Display(Name = "Email address"), DataType(DataType.EmailAddress)]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Type your password."), DataType(DataType.Password),
            StringLength(1000, ErrorMessage = "No password is that long.")]
        public string? Password { get; set; }

        [Display(Name = "Stay signed in on this device")]
        public bool StaySignedIn { get; set; }
    }

    [BindProperty]
    public SignInDraft Input { get; set; } = new();
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether something that was typed waits behind signing in.</summary>
    public bool IsFormKept => ReturnUrl?.StartsWith(KeptForms.AddressOf(""), StringComparison.Ordinal) == true;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return this.Again();
        var user = await users.FindByEmailAsync(Input.Email!);
        if (user is null || await users.IsLockedOutAsync(user)) await users.PretendToCheckAsync(Input.Password!);
        else if ((await signIn.PasswordSignInAsync(user, Input.Password!, Input.StaySignedIn, lockoutOnFailure: true)).Succeeded)
        {
            await events.AddAsync(SecurityEventKind.SignedIn, user.Id, user.Id, cancellationToken);
            return Onward();
        }
        ModelState.AddModelError(
            "",
            "This email address and this password do not go together, or there were too many tries: after five, an account pauses for a quarter of an hour.");
        return this.Again();
    }

    IActionResult Onward() => LocalRedirect(PlaceWithin(ReturnUrl) ?? "/organise");

    // A header holds ASCII alone: what else there is in the address is escaped.
    string? PlaceWithin(string? url) =>
        Url.IsLocalUrl(url) && Uri.TryCreate($"http://localhost{url}", UriKind.Absolute, out var place)
        && Url.IsLocalUrl(place.PathAndQuery)
            ? place.PathAndQuery + place.Fragment : null;
}
