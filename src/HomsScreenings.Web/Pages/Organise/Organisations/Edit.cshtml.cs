using HomsScreenings.Organisations;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>What an organisation says of itself; its owners and the site's editors keep it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public OrganisationDraft Draft { get; set; } = new();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } organisation) return await MissingAsync(slug, cancel);
        Draft = OrganisationDraft.Of(organisation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } organisation) return await MissingAsync(slug, cancel);
        if (!ModelState.IsValid) return this.Again();
        if (organisation.Version != Draft.Version) return await ConflictAsync(organisation, cancel);
        await Draft.ApplyToAsync(organisation, db, cancel);
        switch (await db.TrySaveAsync(cancel))
        {
            case SaveOutcome.Saved:
                TempData["Done"] = $"{organisation.Name} is saved.";
                return Redirect($"/organise/organisations/{organisation.Slug}/edit");
            case SaveOutcome.ChangedMeanwhile when await FindAsync(slug, cancel) is { } changed:
                return await ConflictAsync(changed, cancel);
            default:
                ModelState.AddModelError("Draft.Slug", "This was changed elsewhere at the same moment. Please try again.");
                return this.Again();
        }
    }

    async Task<Organisation?> FindAsync(string slug, CancellationToken cancel)
    {
        var organisation = await db.Organisations.OwnedBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancel);
        if (organisation is null || !desk.Value.Describes(organisation.Id)) return null;
        (Name, Slug) = (organisation.Name, organisation.Slug);
        return organisation;
    }

    // An address that the organisation once had leads on for those who may edit it; to others it says nothing.
    async Task<IActionResult> MissingAsync(string slug, CancellationToken cancel) =>
        await db.FateOfAsync<Organisation>(slug, cancel) is SlugFate.Moved moved && await FindAsync(moved.To, cancel) is not null
            ? Redirect($"/organise/organisations/{moved.To}/edit") : NotFound();

    async Task<IActionResult> ConflictAsync(Organisation organisation, CancellationToken cancel)
    {
        Earlier = await db.ChangesSinceAsync<Organisation>(organisation.Id, Draft.Version, cancel);
        Draft.Version = organisation.Version;
        ModelState.Remove("Draft.Version");
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}
