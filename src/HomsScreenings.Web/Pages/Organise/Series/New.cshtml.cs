using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>Enters a series, as a draft.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public SeriesInput Input { get; set; } = new();

    public SeriesForm Form { get; private set; } = null!;
    public bool MayAdd => desk.Value.MayAdd;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = SeriesInput.New();
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellationToken)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        if (more is not null)
        {
            Input.AddRows();
            await ShowAsync(cancellationToken);
            return this.AgainWithMoreRows();
        }
        this.AddProblems(await Input.CheckNewAsync(db, desk.Value, cancellationToken));
        if (ModelState.IsValid)
        {
            var series = await Input.ToSeriesAsync(db, cancellationToken);
            if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved)
                return this.Done("Saved as a draft. The public sees it once it, or a screening of it, is published.",
                    $"/organise/series/{series.Slug}/edit");
            await ShowAsync(cancellationToken);
            return this.Overtaken(
                "A series of this address has just been entered, or a partner removed. Look through the list of series, and save again.");
        }
        await ShowAsync(cancellationToken);
        return this.Again();
    }

    async Task ShowAsync(CancellationToken cancellationToken) =>
        Form = await SeriesForm.LoadAsync(db, Input, desk.Value, true, cancellationToken);
}
