using System.ComponentModel.DataAnnotations;
using HomsScreenings.Bookings;
using HomsScreenings.Mail;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>What the organisers write back to a guest.</summary>
public sealed class AnswerDraft
{
    [Required(ErrorMessage = "An answer is needed."), Display(Name = "Your answer"), DataType(DataType.MultilineText)]
    [StringLength(BookingRequest.MostText, ErrorMessage = "{0} has at most {1} characters.")]
    public string? Answer { get; set; }
}

/// <summary>Answers what a guest asked: once, and by mail.</summary>
public sealed class AnswerModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AnswerDraft Draft { get; set; } = new();

    public DeskGuests Guests { get; private set; } = null!;
    public GuestQuestion Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancel) => await FoundAsync(slug, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, id, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        return await AnswerAsync(cancel)
            ? this.Done("The guest is answered.", $"{Guests.Address}/guests")
            : this.Done("This was answered already; the guest has been told what stands below.", $"{Guests.Address}/guests/questions/{id}");
    }

    // The question is taken first, by a statement that finds it unanswered: of two who answer at once one mail goes out.
    async Task<bool> AnswerAsync(CancellationToken cancel)
    {
        var (id, answer, now, by) = (Question.Id, Draft.Answer, clock.Now(), desk.Value.UserId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var taken = await db.GuestQuestions.Where(q => q.Id == id && q.AnsweredAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(q => q.Answer, answer).SetProperty(q => q.AnsweredAt, now).SetProperty(q => q.AnsweredById, by), cancel);
        if (taken == 0) return false;
        db.Outbox.Add(OutboxMessage.ToGuest(GuestMailKind.Answer, Question.Booking, now, questionId: id));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    async Task<bool> FoundAsync(string slug, int id, CancellationToken cancel)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.List, cancel) is not { } guests) return false;
        var screening = guests.Card.Id;
        if (await db.GuestQuestions.Include(q => q.Booking).SingleOrDefaultAsync(q => q.Id == id && q.Booking.ScreeningId == screening, cancel) is not { } question) return false;
        (Guests, Question) = (guests, question);
        return true;
    }
}
