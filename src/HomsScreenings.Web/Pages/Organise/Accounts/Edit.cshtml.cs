using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Accounts;

/// <summary>Gives an account its rights on the whole site, or locks it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk, ISecurityEvents events, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Administrator: runs the site, sees its mail, edits everything")]
    public bool IsAdministrator { get; set; }
    [BindProperty, Display(Name = "Site editor: edits the programme of all organisations")]
    public bool IsSiteEditor { get; set; }
    [BindProperty, Display(Name = "Locked: cannot sign in, and all sessions end now")]
    public bool IsLocked { get; set; }
    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is null) return NotFound();
        (IsAdministrator, IsSiteEditor, IsLocked) = await db.SiteRightsAsync(id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is null) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var before = await db.SiteRightsAsync(id, cancellationToken);
        var outcome = await db.SetSiteRightsAsync(id, new SiteRights(IsAdministrator, IsSiteEditor, IsLocked),
            clock.GetUtcNow(), cancellationToken);
        if (outcome == RightsOutcome.LastOne)
        {
            ModelState.AddModelError("IsAdministrator", "This is the only administrator. Make somebody else one first.");
            return this.Again();
        }
        await NoteAsync(id, before, cancellationToken);
        return this.Done($"The rights of {Email} are saved.", "/organise/accounts");
    }

    async Task NoteAsync(int id, SiteRights before, CancellationToken cancellationToken)
    {
        var by = desk.Value.UserId;
        if ((before.IsAdministrator, before.IsSiteEditor) != (IsAdministrator, IsSiteEditor))
            await events.AddAsync(SecurityEventKind.SiteRightsChanged, id, by, cancellationToken);
        if (before.IsLocked != IsLocked)
            await events.AddAsync(IsLocked ? SecurityEventKind.Locked : SecurityEventKind.Unlocked, id, by, cancellationToken);
    }

    async Task<User?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (!desk.Value.IsAdministrator) return null;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken);
        Email = user?.Email ?? "";
        return user;
    }
}
