using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
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
        Input.Translations.Complete(Input.TextLanguage);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } organisation) return await MissingAsync(slug, cancellationToken);
        if (!ModelState.IsValid) return this.Again();
        if (organisation.Version != Input.Version) return await OvertakenAsync(organisation, cancellationToken);
        await Input.ApplyToAsync(organisation, db, cancellationToken);
        return await db.TrySaveAsync(cancellationToken) switch
        {
            SaveOutcome.Saved => this.Done($"{organisation.Name} is saved.", $"/organise/organisations/{organisation.Slug}/edit"),
            SaveOutcome.ChangedMeanwhile when await FindAsync(slug, cancellationToken) is { } changed =>
                await OvertakenAsync(changed, cancellationToken),
            _ => this.Overtaken(RecordForm.Refused),
        };
    }

    async Task<Organisation?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.EditableBy(desk.Value).WithSlug(slug).Include(o => o.Translations)
            .SingleOrDefaultAsync(cancellationToken);
        if (organisation is null || !desk.Value.CanDescribe(organisation.Id)) return null;
        (Name, Slug) = (organisation.Name, organisation.Slug);
        return organisation;
    }

    // An address that the organisation once had leads on for those who may edit it; to others it says nothing.
    async Task<IActionResult> MissingAsync(string slug, CancellationToken cancellationToken) =>
        await db.FateOfAsync<Organisation>(slug, cancellationToken) is SlugFate.Moved moved
        && await FindAsync(moved.To, cancellationToken) is not null
            ? Redirect($"/organise/organisations/{moved.To}/edit") : NotFound();

    async Task<PageResult> OvertakenAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Organisation>(organisation.Id, Input.Version, cancellationToken);
        Input.Version = organisation.Version;
        return this.Overtaken(Earlier);
    }
}
