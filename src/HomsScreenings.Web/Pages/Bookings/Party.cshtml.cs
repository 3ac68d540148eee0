using HomsScreenings.Bookings;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Bookings;

/// <summary>Another number of people: fewer always, more where there is room for all of them.</summary>
public sealed class PartyModel(CurrentGuest current, BoxOffice office) : PageModel
{
    [BindProperty]
    public PartyDraft Draft { get; set; } = new();

    public GuestPage Guest => current.Value;

    public void OnGet()
    {
        Draft = PartyDraft.Of(Guest.Booking.Party);
        ModelState.Clear();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Again();
        var answer = await office.ChangePartyAsync(Guest.Booking.Id, Draft.Party, cancel);
        if (answer.IsGranted) return this.SeeOther(Guest.Path());
        ModelState.AddModelError("Draft.People", RefusalWords.Say(answer.Refusal, Guest.Standing, Guest.Card.TimeZone));
        return this.Again();
    }
}
