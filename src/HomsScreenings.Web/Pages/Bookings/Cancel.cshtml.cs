using HomsScreenings.Bookings;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Gives the places back, or leaves the waiting list.</summary>
public sealed class CancelModel(CurrentGuest current, BoxOffice office) : PageModel
{
    public GuestPage Guest => current.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await office.CancelAsync(Guest.Booking.Id, byOrganiser: false, cancellationToken);
        return this.SeeOther(Guest.Path());
    }
}
