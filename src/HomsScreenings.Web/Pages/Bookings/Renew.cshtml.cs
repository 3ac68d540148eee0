using HomsScreenings.Bookings;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Makes every link that was ever sent worthless, and gives one new one.</summary>
public sealed class RenewModel(CurrentGuest current, BoxOffice office) : PageModel
{
    public GuestPage Guest => current.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        this.SeeOther($"/bookings/{await office.RenewLinksAsync(Guest.Booking.Id, cancellationToken)}");
}
