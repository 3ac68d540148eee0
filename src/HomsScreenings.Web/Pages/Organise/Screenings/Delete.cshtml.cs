using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Deletes a draft that the public never saw.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ScreeningEdit Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return NotFound();
        Show(act);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act)
            return await IDeletedItAsync(slug, cancellationToken) ? Deleted() : NotFound();
        var seen = Input.Version;
        Show(act);
        if (act.Refusal is not null) return this.Again();
        if (act.Screening.Version == seen)
        {
            db.Screenings.Remove(act.Screening);
            if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved || await IDeletedItAsync(slug, cancellationToken)) return Deleted();
        }
        await act.CompareAsync(seen, cancellationToken);
        return this.Overtaken();
    }

    void Show(ScreeningEdit act)
    {
        Act = act;
        Act.Refusal = act.Screening.DeletingRefusal;
        Input = new() { Version = act.Screening.Version };
    }

    // The second half of a double click finds nothing left to delete.
    Task<bool> IDeletedItAsync(string slug, CancellationToken cancellationToken) =>
        db.Audit.AnyAsync(a => a.Kind == nameof(Screening) && a.Slug == slug && a.Action == nameof(EntityState.Deleted) && a.UserId == desk.Value.UserId, cancellationToken);

    RedirectResult Deleted() => this.Done("Deleted.", "/organise/screenings");
}
