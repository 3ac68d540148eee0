using HomsScreenings.Storage;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>
/// No more reminders and thanks. Mail programs send the form by themselves (RFC 8058); they get an answer and no redirect.
/// </summary>
public sealed class UnsubscribeModel(CurrentGuest current, ScreeningsDb db) : PageModel
{
    public GuestPage Guest => current.Value;
    public bool IsDone { get; private set; }

    public void OnGet() => IsDone = Guest.Booking.WantsNoReminders;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await db.Bookings.Where(b => b.Id == Guest.Booking.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.WantsNoReminders, true), cancellationToken);
        IsDone = true;
        return Page();
    }
}
