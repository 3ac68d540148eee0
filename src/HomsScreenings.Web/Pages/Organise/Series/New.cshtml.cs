using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Enters a series, as a draft.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public SeriesDraft Draft { get; set; } = new();

    public SeriesForm Form { get; private set; } = null!;
    public bool MayAdd => desk.Value.MayAdd;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Draft = SeriesDraft.New();
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancel)
    {
        if (!MayAdd) return StatusCode(StatusCodes.Status403Forbidden);
        if (more is not null)
        {
            Draft.AddRows();
            await ShowAsync(cancel);
            return this.AgainWithoutErrors();
        }
        ModelState.AddProblems(await Draft.CheckNewAsync(db, desk.Value, cancel));
        if (ModelState.IsValid)
        {
            var series = await Draft.ToSeriesAsync(db, cancel);
            if (await db.TrySaveAsync(cancel) == SaveOutcome.Saved)
                return this.Done("Saved as a draft. The public sees it once it, or a screening of it, is published.", $"/organise/series/{series.Slug}/edit");
            ModelState.AddModelError("", "A series of this address has just been entered, or a partner removed. Look through the list of series, and save again.");
        }
        await ShowAsync(cancel);
        return this.Again();
    }

    async Task ShowAsync(CancellationToken cancel) => Form = await SeriesForm.LoadAsync(db, Draft, desk.Value, true, cancel);
}
