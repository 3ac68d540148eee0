using HomsScreenings.Bookings;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Forgets the guest at once.</summary>
public sealed class EraseModel(CurrentGuest current, BoxOffice office) : PageModel
{
    public GuestPage Guest => current.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await office.EraseAsync(Guest.Booking.Id, cancellationToken);
        return this.SeeOther("/bookings/erased");
    }
}
