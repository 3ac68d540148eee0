using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>The one question afterwards.</summary>
public sealed class FeedbackModel(CurrentGuest current, ScreeningsDb db) : PageModel
{
    [BindProperty]
    public string? Rating { get; set; }

    [BindProperty, DataType(DataType.MultilineText)]
    public string? Comment { get; set; }

    public GuestPage Guest => current.Value;
    public bool IsDone { get; private set; }

    public void OnGet(string? done)
    {
        IsDone = done is not null && Guest.Booking.Rating is not null;
        (Rating, Comment) = (Guest.Booking.Rating?.ToString(CultureInfo.InvariantCulture), Guest.Booking.Comment);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Guest.MayAnswer) return this.Again();
        var chosen = int.TryParse(Rating, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= 5;
        if (!chosen) ModelState.AddModelError(nameof(Rating), T("Choose one of the five answers."));
        if (Comment?.Length > BookingRequest.MaxText)
            ModelState.AddModelError(nameof(Comment), T("This has at most {0} characters.", BookingRequest.MaxText));
        if (!ModelState.IsValid) return this.Again();
        var booking = await db.Bookings.SingleAsync(b => b.Id == Guest.Booking.Id, cancellationToken);
        booking.Answer(rating, Comment);
        await db.SaveChangesAsync(cancellationToken);
        return this.SeeOther(Guest.Path("/feedback?done=yes"));
    }
}
