using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>Books for somebody who cannot do it themselves.</summary>
public sealed class NewModel(ScreeningsDb db, CurrentOrganiser desk, DeskBookings bookings, TimeProvider clock) : PageModel
{
    [BindProperty]
    public NewGuestInput Input { get; set; } = new();

    public DeskGuests Guests { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Input.Key = Guid.NewGuid().ToString();
        return await FoundAsync(slug, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var answer = await bookings.BookAsync(Guests.Card.Id, Input.ToRequest(), cancellationToken);
        if (answer.IsGranted)
            return this.Done(answer.Booking!.State == BookingState.Waiting
                ? "There are not enough seats: they are on the waiting list, and a mail says so."
                : "Booked, and a mail says so.", $"{Guests.Address}/guests");
        ModelState.AddModelError("", RefusalWords.Explain(answer.Refusal, Guests.List.Bookable, Guests.Card.TimeZone));
        return this.Again();
    }

    // Nobody can book where no rules were ever made for the seats.
    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.List, cancellationToken) is not { } guests)
            return false;
        Guests = guests;
        return guests.List.Bookable.Rules is not null;
    }
}
