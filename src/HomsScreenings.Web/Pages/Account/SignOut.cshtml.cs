using HomsScreenings.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>Signing out: a link only asks, so that no other site can do it by linking here.</summary>
public sealed class SignOutModel(SignInManager<User> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\""; // what the door and the desk kept in this browser
        return Redirect("/account/sign-out");
    }
}
