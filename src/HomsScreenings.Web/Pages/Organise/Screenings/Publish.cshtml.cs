using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Shows a screening to the public, after a last look at what is missing and what it clashes with.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public StatusDraft Draft { get; set; } = new();

    public ScreeningAct Act { get; private set; } = null!;
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return NotFound();
        await ShowAsync(act, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return NotFound();
        if (await act.TellAsync(Draft.Version, s => s.IsPublic, s => s.Publish(clock.Now()), cancel))
            return this.Done("Published: everybody can see it now.", act.EditAddress);
        await ShowAsync(act, cancel);
        return this.Overtaken();
    }

    async Task ShowAsync(ScreeningAct act, CancellationToken cancel)
    {
        Act = act;
        Act.Objection = act.Screening.AgainstPublishing;
        Draft = new() { Version = act.Screening.Version };
        Clashes = await db.ClashesOfAsync(act.Screening, desk.Value, cancel);
    }
}
