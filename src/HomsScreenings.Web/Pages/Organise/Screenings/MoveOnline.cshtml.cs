using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Moves a screening out of the room into the net.</summary>
public sealed class MoveOnlineModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
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
        if (await Act.ApplyAsync(Input.Version, s => s.Status == ScreeningStatus.MovedOnline && (s.OnlineUrl, s.StatusReason) == (Input.OnlineUrl, Input.Reason), s => s.MoveOnline(Input.OnlineUrl, Input.Reason), cancellationToken))
            return this.Done("Moved online. Page, lists and calendars say so.", Act.EditAddress);
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
