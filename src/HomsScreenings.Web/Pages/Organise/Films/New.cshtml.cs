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

namespace HomsScreenings.Web.Pages.Organise.Films;

public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, OwnerChoices keepers) : PageModel
{
    [BindProperty]
    public FilmInput Input { get; set; } = new();

    [BindProperty, Display(Name = "Kept by")]
    public int? OrganisationId { get; set; }

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<string> PeopleKnown { get; private set; } = [];
    public IReadOnlyList<PossibleDuplicate> Twins { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Organisations = await keepers.ChoicesAsync(cancellationToken);
        PeopleKnown = await db.PeopleToSuggestAsync(cancellationToken);
        Input.AddRows();
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellationToken)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        Organisations = await keepers.ChoicesAsync(cancellationToken);
        PeopleKnown = await db.PeopleToSuggestAsync(cancellationToken);
        if (more is not null)
        {
            Input.AddRows(more);
            return this.AgainWithMoreRows();
        }
        if (!keepers.TryChoose(OrganisationId, out var keeper))
            ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        var answer = await db.CheckAsync(Input, null, desk.Value, cancellationToken);
        this.AddProblems(answer);
        Twins = answer.Duplicates;
        if (!ModelState.IsValid) return this.Again();

        var film = Input.ToFilm(Input.Slug
            ?? await db.FreeSlugAsync<Film>(Slug.From("film", Input.Title, Input.OriginalTitle), null, cancellationToken), keeper);
        db.Films.Add(film);
        await db.SetCreditsAsync(Input, film, cancellationToken);
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return this.Done($"'{film.Title}' is added as a draft.", $"/organise/films/{film.Slug}/edit");
    }
}
