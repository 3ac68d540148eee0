using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Films;

/// <summary>Deletes a film that no screening shows, with its credits; its address then says that it is gone.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const string List = "/organise/films";

    public Film Film { get; private set; } = null!;
    public IReadOnlyList<ScreeningUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return await this.DeletedAlreadyAsync<Film>(db, desk.Value, slug, List, cancellationToken);
        if (Uses.Count > 0) return this.Again(StatusCodes.Status409Conflict);
        db.Films.Remove(Film);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done($"'{Film.Title}' is deleted.", List);
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var film = await db.Films.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken);
        if (film is null) return false;
        Film = film;
        Uses = await db.Screenings.Showing(film).NamedForAsync(desk.Value, cancellationToken);
        return true;
    }
}
