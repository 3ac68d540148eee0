using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>A further organisation; whoever runs the site adds it.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public OrganisationDraft Draft { get; set; } = new();

    public IActionResult OnGet() => desk.Value.IsAdministrator ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var organisation = await Draft.ToOrganisationAsync(db, cancel);
        db.Organisations.Add(organisation);
        if (await db.TrySaveAsync(cancel) != SaveOutcome.Saved)
        {
            ModelState.AddModelError("Draft.Slug", "Another organisation got this address at the same moment. Please try again.");
            return this.Again();
        }
        TempData["Done"] = $"{organisation.Name} is added. Invite its first owner.";
        return Redirect($"/organise/organisations/{organisation.Slug}/members");
    }
}
