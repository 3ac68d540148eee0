using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Asks the organisers something, and shows what they answered.</summary>
public sealed class AskModel(CurrentGuest current, ScreeningsDb db, TimeProvider clock) : PageModel
{
    /// <summary>How many questions of one guest may be open at a time.</summary>
    public const int MaxOpen = 5;

    [BindProperty, DataType(DataType.MultilineText)]
    public string? Question { get; set; }

    public GuestPage Guest => current.Value;
    public IReadOnlyList<GuestQuestion> Questions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Questions.Any(q => q.Answer is null && q.Text == Question)) return this.SeeOther(Guest.Path()); // sent twice
        if (Question is null) ModelState.AddModelError(nameof(Question), T("What do you want to ask?"));
        else if (Question.Length > BookingRequest.MaxText)
            ModelState.AddModelError(nameof(Question), T("A question has at most {0} characters.", BookingRequest.MaxText));
        else if (Questions.Count(q => q.Answer is null) >= MaxOpen)
            ModelState.AddModelError(
                nameof(Question), T("The organisers have yet to answer {0} questions of yours. Please wait for that.", MaxOpen));
        if (!ModelState.IsValid) return this.Again();
        db.GuestQuestions.Add(new GuestQuestion { BookingId = Guest.Booking.Id, Text = Question!, AskedAt = clock.Now() });
        await db.SaveChangesAsync(cancellationToken);
        return this.SeeOther(Guest.Path("#questions"));
    }

    async Task LoadAsync(CancellationToken cancellationToken) =>
        Questions = await db.GuestQuestions.AsNoTracking().Where(q => q.BookingId == Guest.Booking.Id).OrderBy(q => q.Id)
        .ToListAsync(cancellationToken);
}
