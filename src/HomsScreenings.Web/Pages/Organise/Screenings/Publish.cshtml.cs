using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Shows a screening to the public, after a last look at what is missing and what it clashes with.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act { get; private set; } = null!;
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return NotFound();
        await ShowAsync(act, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return NotFound();
        if (await act.ApplyAsync(Input.Version, s => s.IsPublic, s => s.Publish(clock.Now()), cancellationToken))
            return this.Done("Published: everybody can see it now.", act.EditAddress);
        await ShowAsync(act, cancellationToken);
        return this.Overtaken();
    }

    async Task ShowAsync(ScreeningEdit act, CancellationToken cancellationToken)
    {
        Act = act;
        Act.Refusal = act.Screening.PublishingRefusal;
        Input = new() { Version = act.Screening.Version };
        Clashes = await db.ClashesOfAsync(act.Screening, desk.Value, cancellationToken);
    }
}
