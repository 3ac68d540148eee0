using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Desk.CheckIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Door;

/// <summary>The door on paper, for where neither device nor light can be had.</summary>
public sealed class PrintModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public DeskGuests Guests { get; private set; } = null!;
    public CheckInSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.Print, cancellationToken) is not { } guests)
            return NotFound();
        (Guests, Sheet) = (guests, await CheckInSheet.LoadAsync(db, guests, CheckInSheet.Forms, cancellationToken));
        return Page();
    }
}
