using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>A further organisation; whoever runs the site adds it.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        Input.Translations.Complete(Input.TextLanguage);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var organisation = await Input.ToOrganisationAsync(db, cancellationToken);
        // Looked for once an address is chosen: of two clicks the second finds the name here, or the address taken as it saves.
        if (await db.Organisations.AnyAsync(o => o.Name == organisation.Name, cancellationToken))
        {
            ModelState.AddModelError("Input.Name", "There is an organisation of this name already.");
            return this.Again();
        }
        db.Organisations.Add(organisation);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done($"{organisation.Name} is added. Invite its first owner.", $"/organise/organisations/{organisation.Slug}/members");
    }
}
