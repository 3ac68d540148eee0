using HomsScreenings.Bookings;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Another number of people: fewer always, more where there is room for all of them.</summary>
public sealed class PartyModel(CurrentGuest current, BoxOffice office) : PageModel
{
    [BindProperty]
    public PartyInput Input { get; set; } = new();

    public GuestPage Guest => current.Value;

    public void OnGet()
    {
        Input = PartyInput.Of(Guest.Booking.Party);
        ModelState.Clear();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return this.Again();
        var answer = await office.ChangePartyAsync(Guest.Booking.Id, Input.Party, cancellationToken);
        if (answer.IsGranted) return this.SeeOther(Guest.Path());
        ModelState.AddModelError("Input.People", RefusalWords.Explain(answer.Refusal, Guest.Bookable, Guest.Card.TimeZone));
        return this.Again();
    }
}
