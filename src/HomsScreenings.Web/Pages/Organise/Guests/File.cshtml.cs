using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>The guest list as a file for a spreadsheet.</summary>
public sealed class FileModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        // A file that is taken along is a look each time.
        if (await DeskGuests.FindAsync(db, desk.Value, slug,
            clock.Now(), GuestListForm.File, cancellationToken, still: NodaTime.Duration.Zero) is not { } guests) return NotFound();
        Response.Headers.CacheControl = "no-store, private";
        return File(guests.Csv(), "text/csv; charset=utf-8", $"{slug}-guests.csv");
    }
}
