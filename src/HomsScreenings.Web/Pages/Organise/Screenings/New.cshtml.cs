using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Enters a screening, as a draft.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    public ScreeningForm Form { get; private set; } = null!;
    public bool MayAdd => desk.Value.MayAdd;

    public async Task<IActionResult> OnGetAsync(int? series, CancellationToken cancellationToken)
    {
        Input = ScreeningInput.New();
        Input.SeriesId = series;
        ModelState.Clear();
        return await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancellationToken)
    {
        if (!MayAdd) return this.Again(StatusCodes.Status403Forbidden);
        if (await SavedBeforeAsync(cancellationToken) is { } before) return Saved(before);
        if (more is not null)
        {
            Input.AddRows();
            await ShowAsync(Input.TimeZone, cancellationToken);
            return this.AgainWithMoreRows();
        }

        var found = await ScreeningReferences.FindAsync(db, Input, null, desk.Value, cancellationToken);
        this.AddProblems(found.Problems);
        this.AskAbout(Input, Input.DatesOtherThan(null), nameof(Input.Date), found.TimeZone, clock.Now());
        if (ModelState.IsValid)
        {
            var screening = await Input.ToScreeningAsync(db, found, clock.Now(), cancellationToken);
            if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved) return Saved(screening.Slug);
            if (await SavedBeforeAsync(cancellationToken) is { } meanwhile) return Saved(meanwhile);
            await ShowAsync(found.TimeZone, cancellationToken);
            return this.Overtaken(
                "Something that was chosen here has just been removed, or the address taken. Look through it and save again.");
        }
        await ShowAsync(found.TimeZone, cancellationToken);
        return this.Again();
    }

    async Task<string?> SavedBeforeAsync(CancellationToken cancellationToken) => Input.Uid is null ? null
        : await db.Screenings.EditableBy(desk.Value).Where(s => s.Uid == Input.Uid).Select(s => s.Slug)
        .SingleOrDefaultAsync(cancellationToken);

    RedirectResult Saved(string slug) =>
        this.Done("Saved as a draft. Only the desk sees it until it is published.", $"/organise/screenings/{slug}/edit");

    async Task<PageResult> ShowAsync(string? timeZone, CancellationToken cancellationToken)
    {
        if (MayAdd) Form = new(Input, await ScreeningChoices.LoadAsync(db, desk.Value, null, cancellationToken), true, timeZone);
        return Page();
    }
}
