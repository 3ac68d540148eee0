using System.ComponentModel.DataAnnotations;
using HomsScreenings.Drafts;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Venues;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Pages.Organise.Venues;

public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, Keepers keepers) : PageModel
{
    [BindProperty]
    public VenueDraft Draft { get; set; } = new();

    [BindProperty, Display(Name = "Kept by")]
    public int? OrganisationId { get; set; }

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Organisations = await keepers.ChoicesAsync(cancel);
        Draft.Rooms.AddRows();
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancel)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        Organisations = await keepers.ChoicesAsync(cancel);
        if (more is not null)
        {
            Draft.Rooms.AddRows();
            return this.AgainWithoutErrors();
        }
        if (!keepers.TryChoose(OrganisationId, out var keeper)) ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        var answer = await db.CheckAsync(Draft, null, desk.Value, cancel);
        this.Say(answer);
        Twins = answer.Twins;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        var venue = Draft.ToVenue(Draft.Slug ?? await db.FreeSlugAsync<Venue>(Slug.From("venue", Draft.Name, Draft.City), null, cancel), keeper);
        db.Venues.Add(venue);
        if (await db.TrySaveAsync(cancel) != SaveOutcome.Saved) return this.Refused();
        TempData["Done"] = $"'{venue.Name}' is added.{Draft.TimeZoneSentence}";
        return RedirectToPage("Edit", new { slug = venue.Slug });
    }
}
