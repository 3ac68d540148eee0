using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Deletes a draft that the public never saw.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public StatusDraft Draft { get; set; } = new();

    public ScreeningAct Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return NotFound();
        Show(act);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act)
            return await IDeletedItAsync(slug, cancel) ? Deleted() : NotFound();
        var seen = Draft.Version;
        Show(act);
        if (act.Objection is not null) return this.Again();
        if (act.Screening.Version == seen)
        {
            db.Screenings.Remove(act.Screening);
            if (await db.TrySaveAsync(cancel) == SaveOutcome.Saved || await IDeletedItAsync(slug, cancel)) return Deleted();
        }
        await act.CompareAsync(seen, cancel);
        return this.Overtaken();
    }

    void Show(ScreeningAct act)
    {
        Act = act;
        Act.Objection = act.Screening.AgainstDeleting;
        Draft = new() { Version = act.Screening.Version };
    }

    // The second half of a double click finds nothing left to delete.
    Task<bool> IDeletedItAsync(string slug, CancellationToken cancel) =>
        db.Audit.AnyAsync(a => a.Kind == nameof(Screening) && a.Slug == slug && a.Action == nameof(EntityState.Deleted) && a.UserId == desk.Value.UserId, cancel);

    RedirectResult Deleted() => this.Done("Deleted.", "/organise/screenings");
}
