using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Copies a screening to other dates, each a draft of its own.</summary>
public sealed class DuplicateModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DuplicateDraft Draft { get; set; } = new();

    public ScreeningAct Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        Draft = new() { Uid = Guid.NewGuid().ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        if (Act.Objection is not null) return this.Again();
        var prefix = $"{Draft.Uid ??= Guid.NewGuid().ToString()}-";
        if (await WasDoneAsync(prefix, cancel)) return Copied();
        var dates = Draft.Read(Act.Screening.TimeZone!, out var problems);
        if (ModelState.IsValid)
            foreach (var problem in problems) ModelState.AddModelError("Draft.Dates", problem);
        if (!ModelState.IsValid) return this.Again();

        foreach (var (date, i) in dates.Select((d, i) => (d, i)))
        {
            var copy = Act.Screening.CopyTo(date, $"{prefix}{i + 1}", clock.Now());
            copy.Slug = await db.FreeSlugAsync<Screening>(copy.SuggestSlug(), null, cancel);
            db.Screenings.Add(copy);
        }
        if (await db.TrySaveAsync(cancel) == SaveOutcome.Saved || await WasDoneAsync(prefix, cancel)) return Copied();
        ModelState.AddModelError("", "Something that the screening refers to has just been changed. Please send it again.");
        return this.Again();
    }

    Task<bool> WasDoneAsync(string prefix, CancellationToken cancel) => db.Screenings.OwnedBy(desk.Value).AnyAsync(s => s.Uid.StartsWith(prefix), cancel);

    RedirectResult Copied() => this.Done("Copied: each date is a draft of its own.", "/organise/screenings?show=drafts");

    async Task<bool> FoundAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return false;
        Act = act;
        Act.Objection = act.Screening.AgainstDuplicating;
        return true;
    }
}
