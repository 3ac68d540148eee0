using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>Deletes an organisation that nothing belongs to.</summary>
public sealed class DeleteModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const string List = "/organise/organisations";

    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    /// <summary>'2 films', '1 entry of the journal'.</summary>
    public IReadOnlyList<string> Uses { get; private set; } = [];
    public bool IsInUse => Uses.Count > 0;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } organisation)
            return await this.DeletedAlreadyAsync<Organisation>(db, desk.Value, slug, List, cancellationToken);
        if (IsInUse) return this.Again();
        db.Organisations.Remove(organisation);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved)
            return this.Overtaken("Somebody used or changed it at this moment. Look again.");
        return this.Done($"{organisation.Name} is deleted.", List);
    }

    async Task<Organisation?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken);
        if (organisation is null || !desk.Value.IsOwnerOf(organisation.Id)) return null;
        (Name, Slug, Uses) = (organisation.Name, organisation.Slug, Words(await db.UsesOfAsync(organisation.Id, cancellationToken)));
        return organisation;
    }

    static IReadOnlyList<string> Words(OrganisationUses uses) =>
    [
        .. new[]
        {
            (uses.Films, "film", "films"), (uses.People, "person", "people"), (uses.Venues, "venue", "venues"),
            (uses.Series, "series", "series"), (uses.Partnerships, "series of which it is a partner", "series of which it is a partner"),
            (uses.Screenings, "screening", "screenings"), (uses.Entries, "entry of the journal", "entries of the journal"),
        }.Where(use => use.Item1 > 0).Select(use => DeskGuests.Count(use.Item1, use.Item2, use.Item3)),
    ];
}
