using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Shows a series to the public, for good; its screenings stay as they are.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public ScreeningSeries Series { get; private set; } = null!;
    public int Drafts { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } series) return NotFound();
        Series = series;
        Drafts = await db.Screenings.CountAsync(s => s.SeriesId == series.Id && !s.IsPublic, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } series) return NotFound();
        series.Publish(clock.Now());
        // Whatever somebody else saved in between, publishing changes nothing of it: it is simply told again.
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved && await FindAsync(slug, cancellationToken) is { } present)
        {
            present.Publish(clock.Now());
            await db.SaveChangesAsync(cancellationToken);
        }
        return this.Done("Published: everybody can see it now.", $"/organise/series/{slug}/edit");
    }

    Task<ScreeningSeries?> FindAsync(string slug, CancellationToken cancellationToken) =>
        db.Series.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken);
}
