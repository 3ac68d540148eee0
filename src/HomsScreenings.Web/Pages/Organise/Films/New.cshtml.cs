using System.ComponentModel.DataAnnotations;
using HomsScreenings.Drafts;
using HomsScreenings.Films;
using HomsScreenings.People;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Pages.Organise.Films;

public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, Keepers keepers) : PageModel
{
    [BindProperty]
    public FilmDraft Draft { get; set; } = new();

    [BindProperty, Display(Name = "Kept by")]
    public int? OrganisationId { get; set; }

    public bool MayAdd => desk.Value.MayAdd;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<string> PeopleKnown { get; private set; } = [];
    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Organisations = await keepers.ChoicesAsync(cancel);
        PeopleKnown = await db.PeopleToSuggestAsync(cancel);
        Draft.AddRows();
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancel)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        Organisations = await keepers.ChoicesAsync(cancel);
        PeopleKnown = await db.PeopleToSuggestAsync(cancel);
        if (more is not null)
        {
            Draft.AddRows(more);
            return this.AgainWithoutErrors();
        }
        if (!keepers.TryChoose(OrganisationId, out var keeper)) ModelState.AddModelError(nameof(OrganisationId), "Choose one of your organisations.");
        var answer = await db.CheckAsync(Draft, null, desk.Value, cancel);
        this.Say(answer);
        Twins = answer.Twins;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        var film = Draft.ToFilm(Draft.Slug ?? await db.FreeSlugAsync<Film>(Slug.From("film", Draft.Title, Draft.OriginalTitle), null, cancel), keeper);
        db.Films.Add(film);
        await db.SetCreditsAsync(Draft, film, cancel);
        if (await db.TrySaveAsync(cancel) != SaveOutcome.Saved) return this.Refused();
        TempData["Done"] = $"'{film.Title}' is added.";
        return RedirectToPage("Edit", new { slug = film.Slug });
    }
}
