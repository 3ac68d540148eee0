using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Takes a screening off its date, to a later one that is not known yet.</summary>
public sealed class PostponeModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
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
        if (!ModelState.IsValid || Act.Objection is not null) return this.Again();
        if (await Act.TellAsync(Draft.Version, s => s.Status == ScreeningStatus.Postponed && s.StatusReason == Draft.Reason, s => s.Postpone(Draft.Reason), cancel))
            return this.Done("Postponed. Page, lists and calendars say so.", Act.EditAddress);
        Draft.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return false;
        Act = act;
        Act.Objection = act.Screening.AgainstStatus;
        return true;
    }
}
