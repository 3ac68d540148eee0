using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Venues;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Venues;

/// <summary>Deletes a venue that no screening uses; its address then says that it is gone.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public Venue Venue { get; private set; } = null!;
    public IReadOnlyList<ScreeningUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) =>
        await FindAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return await this.DeletedAlreadyAsync<Venue>(db, slug, cancel);
        if (Uses.Count > 0) return this.Again(StatusCodes.Status409Conflict);
        db.Venues.Remove(Venue);
        if (await db.TrySaveAsync(cancel) != SaveOutcome.Saved) return this.Refused();
        TempData["Done"] = $"'{Venue.Name}' is deleted.";
        return RedirectToPage("Index");
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var venue = await db.Venues.OwnedBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancel);
        if (venue is null) return false;
        Venue = venue;
        Uses = await db.Screenings.At(venue).NamedForAsync(desk.Value, cancel);
        return true;
    }
}
