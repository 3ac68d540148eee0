using HomsScreenings.Bookings;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Confirms a booking whose link was followed. Whatever became of it, the page that follows says it.</summary>
public sealed class ConfirmModel(CurrentGuest current, BoxOffice office) : PageModel
{
    public GuestPage Guest => current.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await office.ConfirmAsync(Guest.Booking.Id, cancellationToken);
        return this.SeeOther(Guest.Path());
    }
}
