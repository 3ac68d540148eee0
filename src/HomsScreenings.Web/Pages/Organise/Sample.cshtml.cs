using HomsScreenings.Samples;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>Removes the sample tour for good. It belongs to no organisation, so only those who edit everything may.</summary>
public sealed class SampleModel(ScreeningsDb db, CurrentOrganiser current) : PageModel
{
    public int Screenings { get; private set; }

    public bool IsThere { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!current.Value.EditsEverything) return NotFound();
        Screenings = await db.Screenings.CountAsync(s => s.IsSample, cancellationToken);
        IsThere = Screenings > 0 || await db.Series.AnyAsync(s => s.IsSample, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!current.Value.EditsEverything) return NotFound();
        await SampleProgramme.RemoveAsync(db, cancellationToken);
        return this.Done("The sample is removed.", "/organise");
    }
}
