using HomsScreenings.Organisations;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Pages;

/// <summary>Makes the first organiser, once, for whoever has the link that the first start prints.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class SetupModel(SetupToken setup, NewAccounts accounts, ScreeningsDb db, SignInManager<User> signIn) : PageModel
{
    [BindProperty]
    public SetupDraft Draft { get; set; } = new();
    public string? Token { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken cancel)
    {
        Token = token;
        return await setup.IsValidAsync(token, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? token, CancellationToken cancel)
    {
        Token = token;
        if (!await setup.IsValidAsync(token, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var (user, problems) = await accounts.AddAsync(Draft.Email!, Draft.Password!);
        ModelState.Say(problems, "Draft.Password", "Draft.Email");
        if (!ModelState.IsValid) return this.Again();

        await db.AddSiteRoleAsync(user, SiteRoles.Administrator, cancel);
        var slug = await db.FreeSlugAsync<Organisation>(Slug.From("organisation", Draft.Organisation), null, cancel);
        var organisation = db.Organisations.Add(new Organisation { Slug = slug, Name = Draft.Organisation! }).Entity;
        db.Members.Add(new Member { Organisation = organisation, User = user, UserId = user.Id, Role = MemberRole.Owner });
        if (!await setup.UseUpAsync(token!, cancel) || await db.TrySaveAsync(cancel) != SaveOutcome.Saved) return NotFound(); // somebody else was faster
        await signIn.SignInAsync(user, isPersistent: false);
        TempData["Done"] = $"Welcome. {organisation.Name} is set up, and you run the site.";
        return Redirect("/organise");
    }
}
