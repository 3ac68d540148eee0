using HomsScreenings.Drafts;
using HomsScreenings.Films;
using HomsScreenings.Organisations;
using HomsScreenings.People;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Films;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public FilmDraft Draft { get; set; } = new();

    public Film Film { get; private set; } = null!;
    public IReadOnlyList<string> PeopleKnown { get; private set; } = [];
    public IReadOnlyList<Twin> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Conflict { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        Draft = await db.DraftOfAsync(Film, cancel);
        Draft.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel)) return NotFound();
        if (more is not null)
        {
            Draft.AddRows(more);
            return this.AgainWithoutErrors();
        }
        if (Draft.Version != Film.Version) return await MoveOnAsync(Film.Version, cancel);
        var answer = await db.CheckAsync(Draft, Film, desk.Value, cancel);
        this.Say(answer);
        Twins = answer.Twins;
        if (!ModelState.IsValid) return this.Again(StatusCodes.Status422UnprocessableEntity);

        await db.ApplyAsync(Draft, Film, cancel);
        var outcome = await db.TrySaveAsync(cancel);
        if (outcome == SaveOutcome.Refused) return this.Refused();
        if (outcome == SaveOutcome.ChangedMeanwhile)
            return await db.VersionOfAsync<Film>(Film.Id, cancel) is { } version ? await MoveOnAsync(version, cancel) : NotFound();
        TempData["Done"] = $"'{Film.Title}' is saved.";
        return RedirectToPage(new { slug = Film.Slug });
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var film = await db.Films.OwnedBy(desk.Value).WithSlug(slug).WithParts().SingleOrDefaultAsync(cancel);
        if (film is null) return false;
        Film = film;
        PeopleKnown = await db.PeopleToSuggestAsync(cancel);
        History = await db.ChangesSinceAsync<Film>(film.Id, 0, cancel);
        return true;
    }

    async Task<IActionResult> MoveOnAsync(int version, CancellationToken cancel)
    {
        Conflict = await this.MoveOnAsync<Film>(db, Film.Id, Draft.Version, cancel);
        Draft.Version = version;
        return Page();
    }
}
