using System.ComponentModel.DataAnnotations;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Asks the organisers something, and shows what they answered.</summary>
public sealed class AskModel(CurrentGuest current, ScreeningsDb db, GuestQuestions questions) : PageModel
{
    [BindProperty, DataType(DataType.MultilineText)]
    public string? Question { get; set; }

    public GuestPage Guest => current.Value;
    public IReadOnlyList<GuestQuestion> Questions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Question is null) ModelState.AddModelError(nameof(Question), T("What do you want to ask?"));
        else if (Question.Length > BookingRequest.MaxText)
            ModelState.AddModelError(nameof(Question), T("A question has at most {0} characters.", BookingRequest.MaxText));
        else if (await questions.AskAsync(Guest.Booking.Id, Question, cancellationToken) is not Refusal.None and var refusal)
            ModelState.AddModelError(nameof(Question), RefusalWords.Explain(refusal, Guest.Bookable, Guest.Card.TimeZone));
        if (!ModelState.IsValid) return this.Again();
        return this.SeeOther(Guest.Path("#questions"));
    }

    async Task LoadAsync(CancellationToken cancellationToken) =>
        Questions = await db.GuestQuestions.AsNoTracking().Where(q => q.BookingId == Guest.Booking.Id).OrderBy(q => q.Id)
        .ToListAsync(cancellationToken);
}
