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

/// <summary>Copies a screening to other dates, each a draft of its own.</summary>
public sealed class DuplicateModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DuplicateInput Input { get; set; } = new();

    public ScreeningEdit Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        Input = new() { Uid = Guid.NewGuid().ToString() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (Act.Refusal is not null) return this.Again();
        var prefix = $"{Input.Uid ??= Guid.NewGuid().ToString()}-";
        if (await WasDoneAsync(prefix, cancellationToken)) return Copied();
        var dates = Input.Read(Act.Screening.TimeZone!, out var problems);
        if (ModelState.IsValid)
            foreach (var problem in problems) ModelState.AddModelError("Input.Dates", problem);
        if (!ModelState.IsValid) return this.Again();

        foreach (var (date, i) in dates.Select((d, i) => (d, i)))
        {
            var copy = Act.Screening.CopyTo(date, $"{prefix}{i + 1}", clock.Now());
            copy.Slug = await db.FreeSlugAsync<Screening>(copy.SuggestSlug(), null, cancellationToken);
            db.Screenings.Add(copy);
        }
        if (await db.TrySaveAsync(cancellationToken) == SaveOutcome.Saved || await WasDoneAsync(prefix, cancellationToken)) return Copied();
        ModelState.AddModelError("", "Something that the screening refers to has just been changed. Please send it again.");
        return this.Again();
    }

    Task<bool> WasDoneAsync(string prefix, CancellationToken cancellationToken) => db.Screenings.EditableBy(desk.Value).AnyAsync(s => s.Uid.StartsWith(prefix), cancellationToken);

    RedirectResult Copied() => this.Done("Copied: each date is a draft of its own.", "/organise/screenings?show=drafts");

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return false;
        Act = act;
        Act.Refusal = act.Screening.DuplicatingRefusal;
        return true;
    }
}
