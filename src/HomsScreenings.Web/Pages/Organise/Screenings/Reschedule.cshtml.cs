using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Gives a screening another date or time than was announced.</summary>
public sealed class RescheduleModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public RescheduleDraft Draft { get; set; } = new();

    public ScreeningAct Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        Draft = RescheduleDraft.Of(Act.Screening);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        if (Act.Objection is not null) return this.Again();
        ModelState.AddProblems(Draft.Check(Act.Screening.TimeZone));
        if (Draft.Date is not null && Act.Screening.TimeZone is null) ModelState.AddModelError("", "A date needs the time zone of its place: give it a venue first, or a time zone.");
        if (ModelState.IsValid && Draft.IsOf(Act.Screening) && Act.Screening.Status != ScreeningStatus.Postponed && !IsDone(Act.Screening))
            ModelState.AddModelError("Draft.Date", "That is the date and time that it has already.");
        if (!ModelState.IsValid) return this.Again();

        if (await Act.TellAsync(Draft.Version, IsDone, s => Draft.Tell(s, Draft.Reason), cancel))
            return this.Done("Rescheduled. Page, lists and calendars say so.", Act.EditAddress);
        Draft.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    bool IsDone(Screening screening) => screening.Status == ScreeningStatus.Rescheduled && screening.StatusReason == Draft.Reason && Draft.IsOf(screening);

    async Task<bool> FoundAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return false;
        Act = act;
        Act.Objection = act.Screening.AgainstStatus;
        return true;
    }
}
