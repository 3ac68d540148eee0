using HomsScreenings.Bookings;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Takes the seats that were offered. To look at the link takes nothing: programs that read mail follow links too.</summary>
public sealed class AcceptModel(CurrentGuest current, BoxOffice office) : PageModel
{
    public GuestPage Guest => current.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await office.AcceptAsync(Guest.Booking.Id, cancellationToken);
        return this.SeeOther(Guest.Path());
    }
}
