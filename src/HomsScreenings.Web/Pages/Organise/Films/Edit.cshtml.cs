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

namespace HomsScreenings.Web.Pages.Organise.Films;

public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public FilmInput Input { get; set; } = new();

    public Film Film { get; private set; } = null!;
    public IReadOnlyList<string> PeopleKnown { get; private set; } = [];
    public IReadOnlyList<PossibleDuplicate> Twins { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        Input = await db.DraftOfAsync(Film, cancellationToken);
        Input.AddRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken)) return NotFound();
        if (more is not null)
        {
            Input.AddRows(more);
            return this.AgainWithMoreRows();
        }
        if (Input.Version != Film.Version) return await OvertakenAsync(Film.Version, cancellationToken);
        var answer = await db.CheckAsync(Input, Film, desk.Value, cancellationToken);
        this.AddProblems(answer);
        Twins = answer.Duplicates;
        if (!ModelState.IsValid) return this.Again();

        await db.ApplyAsync(Input, Film, cancellationToken);
        return await db.TrySaveAsync(cancellationToken) switch
        {
            SaveOutcome.Saved => this.Done($"'{Film.Title}' is saved.", $"/organise/films/{Film.Slug}/edit"),
            SaveOutcome.Refused => this.Overtaken(RecordForm.Refused),
            _ => await db.VersionOfAsync<Film>(Film.Id, cancellationToken) is { } version
                ? await OvertakenAsync(version, cancellationToken) : NotFound(),
        };
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var film = await db.Films.EditableBy(desk.Value).WithSlug(slug).WithParts().SingleOrDefaultAsync(cancellationToken);
        if (film is null) return false;
        Film = film;
        PeopleKnown = await db.PeopleToSuggestAsync(cancellationToken);
        History = await db.ChangesSinceAsync<Film>(film.Id, 0, cancellationToken);
        return true;
    }

    async Task<PageResult> OvertakenAsync(int version, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<Film>(Film.Id, Input.Version, cancellationToken);
        Input.Version = version;
        return this.Overtaken(Earlier);
    }
}
