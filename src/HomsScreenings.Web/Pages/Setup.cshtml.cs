using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HomsScreenings.Web.Pages;

/// <summary>Makes the first organiser, once, for whoever has the link that the first start prints.</summary>
[EnableRateLimiting(TryLimit.Policy)]
public sealed class SetupModel(
    SetupToken setup, NewAccounts accounts, ScreeningsDb db, SignInManager<User> signIn, ISecurityEvents events) : PageModel
{
    [BindProperty]
    public SetupInput Input { get; set; } = new();
    public string? Token { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken cancellationToken)
    {
        Token = token;
        return await setup.IsValidAsync(token, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? token, CancellationToken cancellationToken)
    {
        Token = token;
        if (!await setup.IsValidAsync(token, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var (user, problems) = await accounts.AddAsync(Input.Email!, Input.Password!);
        ModelState.AddProblems(problems, "Input.Password", "Input.Email");
        if (!ModelState.IsValid) return this.Again();

        await db.AddSiteRoleAsync(user, SiteRoles.Administrator, cancellationToken);
        var slug = await db.FreeSlugAsync<Organisation>(Slug.From("organisation", Input.Organisation), null, cancellationToken);
        var organisation = db.Organisations.Add(new Organisation { Slug = slug, Name = Input.Organisation! }).Entity;
        db.Members.Add(new Member { Organisation = organisation, User = user, UserId = user.Id, Role = MemberRole.Owner });
        // somebody else was faster
        if (!await setup.UseUpAsync(token!, cancellationToken) || await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved)
            return NotFound();
        await events.AddAsync(SecurityEventKind.AccountMade, user.Id, by: null, organisation.Id, cancellationToken);
        await signIn.SignInAsync(user, isPersistent: false);
        return this.Done($"Welcome. {organisation.Name} is set up, and you run the site.", "/organise");
    }
}
