using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Enters a screening, as a draft.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ScreeningDraft Draft { get; set; } = new();

    public ScreeningForm Form { get; private set; } = null!;
    public bool MayAdd => desk.Value.MayAdd;

    public async Task<IActionResult> OnGetAsync(int? series, CancellationToken cancel)
    {
        Draft = ScreeningDraft.New();
        Draft.SeriesId = series;
        ModelState.Clear();
        return await ShowAsync(null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? more, CancellationToken cancel)
    {
        if (!MayAdd) return StatusCode(StatusCodes.Status403Forbidden);
        if (await SavedBeforeAsync(cancel) is { } before) return Saved(before);
        if (more is not null)
        {
            Draft.AddRows();
            await ShowAsync(Draft.TimeZone, cancel);
            return this.AgainWithoutErrors();
        }

        var found = await ScreeningReferences.FindAsync(db, Draft, null, desk.Value, cancel);
        ModelState.AddProblems(found.Problems);
        if (ModelState.IsValid)
        {
            var screening = await Draft.ToScreeningAsync(db, found, clock.Now(), cancel);
            if (await db.TrySaveAsync(cancel) == SaveOutcome.Saved) return Saved(screening.Slug);
            if (await SavedBeforeAsync(cancel) is { } meanwhile) return Saved(meanwhile);
            ModelState.AddModelError("", "Something that was chosen here has just been removed, or the address taken. Look through it and save again.");
        }
        await ShowAsync(found.TimeZone, cancel);
        return this.Again();
    }

    async Task<string?> SavedBeforeAsync(CancellationToken cancel) => Draft.Uid is null ? null
        : await db.Screenings.OwnedBy(desk.Value).Where(s => s.Uid == Draft.Uid).Select(s => s.Slug).SingleOrDefaultAsync(cancel);

    RedirectResult Saved(string slug) => this.Done("Saved as a draft. Only the desk sees it until it is published.", $"/organise/screenings/{slug}/edit");

    async Task<PageResult> ShowAsync(string? timeZone, CancellationToken cancel)
    {
        if (MayAdd) Form = new(Draft, await ScreeningChoices.LoadAsync(db, desk.Value, null, cancel), true, timeZone);
        return Page();
    }
}
