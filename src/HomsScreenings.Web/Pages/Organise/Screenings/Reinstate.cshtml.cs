using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Takes back that a screening was cancelled, postponed or moved online.</summary>
public sealed class ReinstateModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
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
        if (!ModelState.IsValid || !Act.Screening.IsPublic) return this.Again();
        if (await Act.ApplyAsync(Input.Version, s => s.IsPublic && s.ReinstatingRefusal is not null, s => s.Reinstate(), cancellationToken))
            return this.Done("Reinstated: it takes place where and when it stands.", Act.EditAddress);
        Input.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return false;
        Act = act;
        Act.Refusal = act.Screening.ReinstatingRefusal;
        return true;
    }
}
