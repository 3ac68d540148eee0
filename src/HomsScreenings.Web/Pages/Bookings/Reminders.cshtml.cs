using HomsScreenings.Storage;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>The way back for whoever wanted no reminders, or whose mail program was too eager to stop them.</summary>
public sealed class RemindersModel(CurrentGuest current, ScreeningsDb db) : PageModel
{
    public GuestPage Guest => current.Value;
    public bool IsDone { get; private set; }

    public void OnGet() => IsDone = !Guest.Booking.WantsNoReminders;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await db.Bookings.Where(b => b.Id == Guest.Booking.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.WantsNoReminders, false), cancellationToken);
        IsDone = true;
        return Page();
    }
}
