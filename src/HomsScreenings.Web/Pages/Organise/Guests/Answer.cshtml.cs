using System.ComponentModel.DataAnnotations;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Validation;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>What the organisers write back to a guest.</summary>
public sealed class AnswerInput
{
    [Required(ErrorMessage = "An answer is needed."), Display(Name = "Your answer"), DataType(DataType.MultilineText)]
    [AtMost(BookingRequest.MaxText)]
    public string? Answer { get; set; }
}

/// <summary>Answers what a guest asked: once, and by mail.</summary>
public sealed class AnswerModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public DeskGuests Guests { get; private set; } = null!;
    public GuestQuestion Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellationToken) =>
        await FoundAsync(slug, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, id, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        return await AnswerAsync(cancellationToken)
            ? this.Done("The guest is answered.", $"{Guests.Address}/guests")
            : this.Done("This was answered already; the guest has been told what stands below.", $"{Guests.Address}/guests/questions/{id}");
    }

    // The question is taken first, by a statement that finds it unanswered: of two who answer at once one mail goes out.
    async Task<bool> AnswerAsync(CancellationToken cancellationToken)
    {
        var (id, answer, now, by) = (Question.Id, Input.Answer, clock.Now(), desk.Value.UserId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await db.GuestQuestions.Where(q => q.Id == id && q.AnsweredAt == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(q => q.Answer, answer).SetProperty(q => q.AnsweredAt, now).SetProperty(q => q.AnsweredById, by),
                cancellationToken);
        if (taken == 0) return false;
        db.Outbox.Add(OutboxMessage.ToGuest(GuestMailKind.Answer, Question.Booking, now, detail: id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    async Task<bool> FoundAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.List, cancellationToken) is not { } guests)
            return false;
        var screening = guests.Card.Id;
        if (await db.GuestQuestions.Include(q => q.Booking)
            .SingleOrDefaultAsync(q => q.Id == id && q.Booking.ScreeningId == screening, cancellationToken) is not { } question)
            return false;
        (Guests, Question) = (guests, question);
        return true;
    }
}
