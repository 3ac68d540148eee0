using HomsScreenings.Organisations;
using HomsScreenings.Series;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Deletes a series that the public never saw and that holds nothing.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public ScreeningSeries Series { get; private set; } = null!;
    public string? Objection { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await FoundAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return await IDeletedItAsync(slug, cancel) ? Deleted() : NotFound();
        if (Objection is not null) return this.Again();
        db.Series.Remove(Series);
        if (await db.TrySaveAsync(cancel) == SaveOutcome.Saved || await IDeletedItAsync(slug, cancel)) return Deleted();
        Objection = "It has just been changed by somebody else; look at it first.";
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancel)
    {
        if (await db.Series.OwnedBy(desk.Value).WithSlug(slug).Include(s => s.Partners).SingleOrDefaultAsync(cancel) is not { } series) return false;
        Series = series;
        Objection = series.PublishedAt is not null ? "The public has seen it: it stays."
            : await db.Screenings.AnyAsync(s => s.SeriesId == series.Id, cancel) ? "It still holds screenings: take them out of it, or delete them, first." : null;
        return true;
    }

    // The second half of a double click finds nothing left to delete.
    Task<bool> IDeletedItAsync(string slug, CancellationToken cancel) =>
        db.Audit.AnyAsync(a => a.Kind == nameof(ScreeningSeries) && a.Slug == slug && a.Action == nameof(EntityState.Deleted) && a.UserId == desk.Value.UserId, cancel);

    RedirectResult Deleted() => this.Done("Deleted.", "/organise/series");
}
