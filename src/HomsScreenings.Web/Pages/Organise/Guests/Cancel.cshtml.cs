using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>Cancels a booking on the guest's behalf.</summary>
public sealed class CancelModel(ScreeningsDb db, CurrentOrganiser desk, BoxOffice office, TimeProvider clock)
    : GuestBookingModel(db, desk, clock)
{
    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellationToken) =>
        await FoundAsync(slug, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, id, cancellationToken)) return NotFound();
        var answer = await office.CancelAsync(id, byOrganiser: true, cancellationToken);
        return this.Done(answer.IsGranted ? "The booking is cancelled, and the guest is told."
            : "Nothing was cancelled: the screening is over.", $"{Guests.Address}/guests");
    }
}
