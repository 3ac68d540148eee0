using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Series;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Edits a series, and shows its stops in their order.</summary>
public sealed class EditModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    const int MostStops = 500;

    [BindProperty]
    public SeriesDraft Draft { get; set; } = new();

    public ScreeningSeries Series { get; private set; } = null!;
    public SeriesForm Form { get; private set; } = null!;
    public IReadOnlyList<ScreeningCard> Stops { get; private set; } = [];
    public IReadOnlyList<EarlierChange> Earlier { get; private set; } = [];
    public IReadOnlyList<EarlierChange> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } series) return NotFound();
        Draft = SeriesDraft.Of(series);
        return await ShowAsync(series, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string slug, string? more, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } series) return NotFound();
        if (more is not null)
        {
            Draft.AddRows();
            await ShowAsync(series, cancel);
            return this.AgainWithoutErrors();
        }
        if (series.Version != Draft.Version) return await OvertakenAsync(series, cancel);
        ModelState.AddProblems(await Draft.CheckAsync(db, cancel));
        if (ModelState.IsValid)
        {
            await Draft.ApplyToAsync(db, series, cancel);
            var outcome = await db.TrySaveAsync(cancel);
            if (outcome == SaveOutcome.Saved) return this.Done("Saved.", $"/organise/series/{series.Slug}/edit");
            if (await FindAsync(slug, cancel) is not { } present) return NotFound();
            series = present;
            if (outcome == SaveOutcome.ChangedMeanwhile) return await OvertakenAsync(series, cancel);
            ModelState.AddModelError("", "A partner has just been removed, or the address taken. Look through it and save again.");
        }
        await ShowAsync(series, cancel);
        return this.Again();
    }

    Task<ScreeningSeries?> FindAsync(string slug, CancellationToken cancel) =>
        db.Series.OwnedBy(desk.Value).WithSlug(slug).Include(s => s.Partners).Include(s => s.Wordings).AsSplitQuery().SingleOrDefaultAsync(cancel);

    async Task<PageResult> OvertakenAsync(ScreeningSeries series, CancellationToken cancel)
    {
        Earlier = await db.ChangesSinceAsync<ScreeningSeries>(series.Id, Draft.Version, cancel);
        Draft.Version = series.Version;
        await ShowAsync(series, cancel);
        return this.Overtaken();
    }

    async Task<PageResult> ShowAsync(ScreeningSeries series, CancellationToken cancel)
    {
        Series = series;
        Form = await SeriesForm.LoadAsync(db, Draft, desk.Value, false, cancel);
        var own = db.Screenings.OwnedBy(desk.Value).Select(s => s.Id);
        Stops = await db.Screenings.Where(s => s.SeriesId == series.Id && (s.PublishedAt != null || own.Contains(s.Id)))
            .InProgrammeOrder().Take(MostStops).Select(ScreeningCard.Of).ToListAsync(cancel);
        History = await db.ChangesSinceAsync<ScreeningSeries>(series.Id, 0, cancel);
        return Page();
    }
}
