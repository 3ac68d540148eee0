using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Takes back that a screening was cancelled, postponed or moved online.</summary>
public sealed class ReinstateModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public StatusDraft Draft { get; set; } = new();

    public ScreeningAct Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        Draft = new() { Version = Act.Screening.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        if (!ModelState.IsValid || !Act.Screening.IsPublic) return this.Again();
        if (await Act.TellAsync(Draft.Version, s => s.IsPublic && s.AgainstReinstating is not null, s => s.Reinstate(), cancel))
            return this.Done("Reinstated: it takes place where and when it stands.", Act.EditAddress);
        Draft.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return false;
        Act = act;
        Act.Objection = act.Screening.AgainstReinstating;
        return true;
    }
}
