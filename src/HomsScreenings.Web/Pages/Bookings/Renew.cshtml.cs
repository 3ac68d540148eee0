using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Makes every link that was ever sent worthless, and gives one new one.</summary>
public sealed class RenewModel(CurrentGuest current, ScreeningsDb db, TimeProvider clock) : PageModel
{
    public GuestPage Guest => current.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var booking = await db.Bookings.SingleAsync(b => b.Id == Guest.Booking.Id, cancel);
        await db.GuestLinks.Where(l => l.BookingId == booking.Id).ExecuteDeleteAsync(cancel);
        var (link, token) = GuestLink.New(booking, clock.Now());
        db.GuestLinks.Add(link);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return this.SeeOther($"/bookings/{token}");
    }
}
