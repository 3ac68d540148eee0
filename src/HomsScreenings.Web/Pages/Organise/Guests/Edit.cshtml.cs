using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>Corrects the address of a guest, and changes the party, on their behalf.</summary>
public sealed class EditModel(
    ScreeningsDb db, CurrentOrganiser desk, BoxOffice office, DeskBookings bookings, TimeProvider clock)
    : GuestBookingModel(db, desk, clock)
{
    [BindProperty]
    public GuestInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, id, cancellationToken)) return NotFound();
        var text = (int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (people, wheelchairs, companions) = (Booking.People, Booking.Wheelchairs, Booking.Companions);
        Input = new() { Email = Booking.Email, People = text(people), Wheelchairs = text(wheelchairs), Companions = text(companions) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int id, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, id, cancellationToken)) return NotFound();
        if (!ModelState.IsValid) return this.Again();
        var answer = await office.ChangePartyAsync(id, Input.Party, cancellationToken, byOrganiser: true);
        if (answer.IsGranted) answer = await bookings.CorrectAddressAsync(id, Input.Email!, cancellationToken);
        if (answer.IsGranted) return this.Done("Saved. The guest is told by mail.", $"{Guests.Address}/guests");
        ModelState.AddModelError("", RefusalWords.Explain(answer.Refusal, Guests.List.Bookable, Guests.Card.TimeZone));
        return this.Again();
    }
}
