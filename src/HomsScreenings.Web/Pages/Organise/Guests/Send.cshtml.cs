using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>Sends once more what a guest has not got.</summary>
public sealed class SendModel(ScreeningsDb db, CurrentOrganiser desk, DeskBookings bookings, TimeProvider clock)
    : GuestBookingModel(db, desk, clock)
{
    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellationToken) =>
        await FoundAsync(slug, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, id, cancellationToken)) return NotFound();
        var answer = await bookings.SendAgainAsync(id, cancellationToken);
        return this.Done(answer.IsGranted ? "The mail goes out once more." : "Nothing was sent: the booking does not stand any more.",
            $"{Guests.Address}/guests");
    }
}
