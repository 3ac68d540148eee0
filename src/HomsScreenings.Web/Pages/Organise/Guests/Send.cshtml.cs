using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>Sends once more what a guest has not got.</summary>
public sealed class SendModel(ScreeningsDb db, CurrentOrganiser desk, DeskBookings bookings, TimeProvider clock) : PageModel
{
    public DeskGuests Guests { get; private set; } = null!;
    public Booking Booking { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellationToken) =>
        await FoundAsync(slug, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, id, cancellationToken)) return NotFound();
        var answer = await bookings.SendAgainAsync(id, cancellationToken);
        return this.Done(answer.IsGranted ? "The mail goes out once more." : "Nothing was sent: the booking does not stand any more.",
            $"{Guests.Address}/guests");
    }

    async Task<bool> FoundAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.List, cancellationToken) is not { } guests)
            return false;
        if (guests.List.All.FirstOrDefault(b => b.Id == id) is not { } booking) return false;
        (Guests, Booking) = (guests, booking);
        return true;
    }
}
