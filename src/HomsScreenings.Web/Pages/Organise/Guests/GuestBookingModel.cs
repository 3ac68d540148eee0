using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>A page about one booking of a screening that the organiser may edit.</summary>
public abstract class GuestBookingModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public DeskGuests Guests { get; private set; } = null!;
    public Booking Booking { get; private set; } = null!;

    /// <summary>Finds the booking, and notes that the list of guests was looked at.</summary>
    /// <returns>Whether there is such a booking for this organiser.</returns>
    protected async Task<bool> FoundAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.List, cancellationToken) is not { } guests)
            return false;
        if (guests.List.All.FirstOrDefault(b => b.Id == id) is not { } booking) return false;
        (Guests, Booking) = (guests, booking);
        return true;
    }
}
