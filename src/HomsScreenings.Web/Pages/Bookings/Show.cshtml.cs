using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>A guest's own page: the ticket, and all that can be done about it.</summary>
public sealed class ShowModel(CurrentGuest current, ScreeningsDb db, GuestOptions options) : PageModel
{
    public GuestPage Guest => current.Value;
    public IReadOnlyList<GuestQuestion> Questions { get; private set; } = [];
    public int KeepDays => options.KeepDays;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Questions = await db.GuestQuestions.AsNoTracking().Where(q => q.BookingId == Guest.Booking.Id).OrderBy(q => q.Id)
        .ToListAsync(cancellationToken);
}
