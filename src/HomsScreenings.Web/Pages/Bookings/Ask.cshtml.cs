using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Asks the organisers something, and shows what they answered.</summary>
public sealed class AskModel(CurrentGuest current, ScreeningsDb db, TimeProvider clock) : PageModel
{
    /// <summary>How many questions of one guest may be open at a time.</summary>
    public const int MostOpen = 5;

    [BindProperty, DataType(DataType.MultilineText)]
    public string? Question { get; set; }

    public GuestPage Guest => current.Value;
    public IReadOnlyList<GuestQuestion> Questions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Questions.Any(q => q.Answer is null && q.Text == Question)) return this.SeeOther(Guest.Path()); // sent twice
        if (Question is null) ModelState.AddModelError(nameof(Question), T("What do you want to ask?"));
        else if (Question.Length > BookingRequest.MostText) ModelState.AddModelError(nameof(Question), T("A question has at most {0} characters.", BookingRequest.MostText));
        else if (Questions.Count(q => q.Answer is null) >= MostOpen) ModelState.AddModelError(nameof(Question), T("The organisers have yet to answer {0} questions of yours. Please wait for that.", MostOpen));
        if (!ModelState.IsValid) return this.Again();
        db.GuestQuestions.Add(new GuestQuestion { BookingId = Guest.Booking.Id, Text = Question!, AskedAt = clock.Now() });
        await db.SaveChangesAsync(cancel);
        return this.SeeOther(Guest.Path("#questions"));
    }

    async Task LoadAsync(CancellationToken cancel) =>
        Questions = await db.GuestQuestions.AsNoTracking().Where(q => q.BookingId == Guest.Booking.Id).OrderBy(q => q.Id).ToListAsync(cancel);
}
