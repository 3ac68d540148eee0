using System.ComponentModel.DataAnnotations;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Accounts;

/// <summary>Gives an account its rights on the whole site, or locks it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Administrator: runs the site, sees its mail, edits everything")]
    public bool IsAdministrator { get; set; }
    [BindProperty, Display(Name = "Site editor: edits the programme of all organisations")]
    public bool IsSiteEditor { get; set; }
    [BindProperty, Display(Name = "Locked: cannot sign in, and all sessions end now")]
    public bool IsLocked { get; set; }
    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } user) return NotFound();
        var organiser = await db.OrganiserAsync(id, cancel);
        (IsAdministrator, IsSiteEditor, IsLocked) = (organiser!.IsAdministrator, organiser.IsSiteEditor, user.IsLockedForGood);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is null) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var outcome = await db.SetSiteRightsAsync(id, new SiteRights(IsAdministrator, IsSiteEditor, IsLocked), clock.GetUtcNow(), cancel);
        if (outcome == RightsOutcome.LastOne)
        {
            ModelState.AddModelError("IsAdministrator", "This is the only administrator. Make somebody else one first.");
            return this.Again();
        }
        TempData["Done"] = $"The rights of {Email} are saved.";
        return Redirect("/organise/accounts");
    }

    async Task<User?> FindAsync(int id, CancellationToken cancel)
    {
        if (!desk.Value.IsAdministrator) return null;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel);
        Email = user?.Email ?? "";
        return user;
    }
}
