using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Calls a screening off.</summary>
public sealed class CancelModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        Input = new() { Version = Act.Screening.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (!ModelState.IsValid || Act.Refusal is not null) return this.Again();
        if (await Act.ApplyAsync(Input.Version, s => s.Status == ScreeningStatus.Cancelled && s.StatusReason == Input.Reason, s => s.Cancel(Input.Reason), cancellationToken))
            return this.Done("Cancelled. Page, lists and calendars say so.", Act.EditAddress);
        Input.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return false;
        Act = act;
        Act.Refusal = act.Screening.StatusRefusal;
        return true;
    }
}
