using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Moves a screening out of the room into the net.</summary>
public sealed class MoveOnlineModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
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
        if (await Act.TellAsync(Draft.Version, s => s.Status == ScreeningStatus.MovedOnline && (s.OnlineUrl, s.StatusReason) == (Draft.OnlineUrl, Draft.Reason), s => s.MoveOnline(Draft.OnlineUrl, Draft.Reason), cancel))
            return this.Done("Moved online. Page, lists and calendars say so.", Act.EditAddress);
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
