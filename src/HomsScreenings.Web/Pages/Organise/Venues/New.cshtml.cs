using System.ComponentModel.DataAnnotations;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Pages.Organise.Venues;

public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, OwnerChoices keepers) : PageModel
{
    [BindProperty]
    public VenueInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Kept by")]
    public int? OrganisationId { get; set; }

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<PossibleDuplicate> Twins { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Organisations = await keepers.ChoicesAsync(cancellationToken);
        Input.AddRows();
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellationToken)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        Organisations = await keepers.ChoicesAsync(cancellationToken);
        if (more is not null)
        {
            Input.AddRows();
            return this.AgainWithMoreRows();
        }
        if (!keepers.TryChoose(OrganisationId, out var keeper))
            ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        var answer = await db.CheckAsync(Input, null, desk.Value, cancellationToken);
        this.AddProblems(answer);
        Twins = answer.Duplicates;
        if (!ModelState.IsValid) return this.Again();

        var venue = Input.ToVenue(
            Input.Slug ?? await db.FreeSlugAsync<Venue>(Slug.From("venue", Input.Name, Input.City), null, cancellationToken), keeper);
        db.Venues.Add(venue);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done($"'{venue.Name}' is added as a draft.{Input.TimeZoneSentence}", $"/organise/venues/{venue.Slug}/edit");
    }
}
