using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Deletes a series that the public never saw and that holds nothing.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const string List = "/organise/series";

    public ScreeningSeries Series { get; private set; } = null!;
    public string? Objection { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FoundAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken))
            return await this.DeletedAlreadyAsync<ScreeningSeries>(db, desk.Value, slug, List, cancellationToken);
        if (Objection is not null) return this.Again();
        db.Series.Remove(Series);
        if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved
            || await db.HasDeletedAsync<ScreeningSeries>(desk.Value, slug, cancellationToken))
            return this.Done("Deleted.", List);
        Objection = "It has just been changed by somebody else; look at it first.";
        return this.Again(StatusCodes.Status409Conflict);
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Series.EditableBy(desk.Value).WithSlug(slug).Include(s => s.Partners)
            .SingleOrDefaultAsync(cancellationToken) is not { } series) return false;
        Series = series;
        Objection = series.IsPublic ? "The public has seen it: it stays."
            : await db.Screenings.AnyAsync(s => s.SeriesId == series.Id, cancellationToken)
            ? "It still holds screenings: take them out of it, or delete them, first." : null;
        return true;
    }
}
