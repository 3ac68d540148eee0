using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Venues;

/// <summary>Deletes a venue that no screening uses; its address then says that it is gone.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const string List = "/organise/venues";

    public Venue Venue { get; private set; } = null!;
    public IReadOnlyList<ScreeningUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return await this.DeletedAlreadyAsync<Venue>(db, desk.Value, slug, List, cancellationToken);
        if (Uses.Count > 0) return this.Again(StatusCodes.Status409Conflict);
        db.Venues.Remove(Venue);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done($"'{Venue.Name}' is deleted.", List);
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var venue = await db.Venues.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken);
        if (venue is null) return false;
        Venue = venue;
        Uses = await db.Screenings.At(venue).NamedForAsync(desk.Value, cancellationToken);
        return true;
    }
}
