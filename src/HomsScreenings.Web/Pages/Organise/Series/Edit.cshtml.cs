using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Edits a series, and shows its stops in their order.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const int MaxStops = 500;

    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    public ScreeningSeries Series { get; private set; } = null!;
    public SeriesForm Form { get; private set; } = null!;
    public IReadOnlyList<ScreeningCard> Stops { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } series) return NotFound();
        Input = SeriesInput.Of(series);
        return await ShowAsync(series, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } series) return NotFound();
        if (more is not null)
        {
            Input.AddRows();
            await ShowAsync(series, cancellationToken);
            return this.AgainWithMoreRows();
        }
        if (series.Version != Input.Version) return await OvertakenAsync(series, cancellationToken);
        this.AddProblems(await Input.CheckAsync(db, cancellationToken));
        if (ModelState.IsValid)
        {
            await Input.ApplyToAsync(db, series, cancellationToken);
            var outcome = await db.TrySaveAsync(cancellationToken);
            if (outcome == SaveOutcome.Saved) return this.Done("Saved.", $"/organise/series/{series.Slug}/edit");
            if (await FindAsync(slug, cancellationToken) is not { } present) return NotFound();
            series = present;
            if (outcome == SaveOutcome.ChangedMeanwhile) return await OvertakenAsync(series, cancellationToken);
            await ShowAsync(series, cancellationToken);
            return this.Overtaken("A partner has just been removed, or the address taken. Look through it and save again.");
        }
        await ShowAsync(series, cancellationToken);
        return this.Again();
    }

    Task<ScreeningSeries?> FindAsync(string slug, CancellationToken cancellationToken) =>
        db.Series.EditableBy(desk.Value).WithSlug(slug).Include(s => s.Partners).Include(s => s.Translations).AsSplitQuery()
        .SingleOrDefaultAsync(cancellationToken);

    async Task<PageResult> OvertakenAsync(ScreeningSeries series, CancellationToken cancellationToken)
    {
        Earlier = await db.ChangesSinceAsync<ScreeningSeries>(series.Id, Input.Version, cancellationToken);
        Input.Version = series.Version;
        await ShowAsync(series, cancellationToken);
        return this.Overtaken(Earlier);
    }

    async Task<PageResult> ShowAsync(ScreeningSeries series, CancellationToken cancellationToken)
    {
        Series = series;
        Form = await SeriesForm.LoadAsync(db, Input, desk.Value, false, cancellationToken);
        var own = db.Screenings.EditableBy(desk.Value).Select(s => s.Id);
        Stops = await db.Screenings.Where(s => s.SeriesId == series.Id && (s.IsPublic || own.Contains(s.Id)))
            .InProgrammeOrder().Take(MaxStops).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        History = await db.ChangesSinceAsync<ScreeningSeries>(series.Id, 0, cancellationToken);
        return Page();
    }
}
