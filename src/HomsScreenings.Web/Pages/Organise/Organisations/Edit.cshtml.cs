using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Organisations;

/// <summary>What an organisation says of itself; its owners and the site's editors keep it.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } organisation) return await MissingAsync(slug, cancellationToken);
        Input = OrganisationInput.Of(organisation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } organisation) return await MissingAsync(slug, cancellationToken);
        if (!ModelState.IsValid) return this.Again();
        if (organisation.Version != Input.Version) return await ConflictAsync(organisation, cancellationToken);
        await Input.ApplyToAsync(organisation, db, cancellationToken);
        switch (await db.TrySaveAsync(cancellationToken))
        {
            case SaveOutcome.Saved:
                TempData["Done"] = $"{organisation.Name} is saved.";
                return Redirect($"/organise/organisations/{organisation.Slug}/edit");
            case SaveOutcome.ChangedMeanwhile when await FindAsync(slug, cancellationToken) is { } changed:
                return await ConflictAsync(changed, cancellationToken);
            default:
                ModelState.AddModelError("Input.Slug", "This was changed elsewhere at the same moment. Please try again.");
                return this.Again();
        }
    }

    async Task<Organisation?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.EditableBy(desk.Value).WithSlug(slug).SingleOrDefaultAsync(cancellationToken);
        if (organisation is null || !desk.Value.CanDescribe(organisation.Id)) return null;
        (Name, Slug) = (organisation.Name, organisation.Slug);
        return organisation;
    }

    // An address that the organisation once had leads on for those who may edit it; to others it says nothing.
    async Task<IActionResult> MissingAsync(string slug, CancellationToken cancellationToken) =>
        await db.FateOfAsync<Organisation>(slug, cancellationToken) is SlugFate.Moved moved && await FindAsync(moved.To, cancellationToken) is not null
            ? Redirect($"/organise/organisations/{moved.To}/edit") : NotFound();

    async Task<IActionResult> ConflictAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Organisation>(organisation.Id, Input.Version, cancellationToken);
        Input.Version = organisation.Version;
        ModelState.Remove("Input.Version");
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}
