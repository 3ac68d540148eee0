using HomsScreenings.Films;
using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Films;

/// <summary>Deletes a film that no screening shows, with its credits; its address then says that it is gone.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public Film Film { get; private set; } = null!;
    public IReadOnlyList<ScreeningUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) =>
        await FindAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return await this.DeletedAlreadyAsync<Film>(db, slug, cancel);
        if (Uses.Count > 0) return this.Again(StatusCodes.Status409Conflict);
        db.Films.Remove(Film);
        if (await db.TrySaveAsync(cancel) != SaveOutcome.Saved) return this.Refused();
        TempData["Done"] = $"'{Film.Title}' is deleted.";
        return RedirectToPage("Index");
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var film = await db.Films.OwnedBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancel);
        if (film is null) return false;
        Film = film;
        Uses = await db.Screenings.Showing(film).NamedForAsync(desk.Value, cancel);
        return true;
    }
}
