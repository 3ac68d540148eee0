using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Gives a screening another date or time than was announced.</summary>
public sealed class RescheduleModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    [BindProperty]
    public RescheduleInput Input { get; set; } = new();

    public ScreeningEdit Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        Input = RescheduleInput.Of(Act.Screening);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (Act.Refusal is not null) return this.Again();
        ModelState.AddProblems(Input.Check(Act.Screening.TimeZone));
        if (Input.Date is not null && Act.Screening.TimeZone is null) ModelState.AddModelError("", "A date needs the time zone of its place: give it a venue first, or a time zone.");
        if (ModelState.IsValid && Input.IsOf(Act.Screening) && Act.Screening.Status != ScreeningStatus.Postponed && !IsDone(Act.Screening))
            ModelState.AddModelError("Input.Date", "That is the date and time that it has already.");
        if (!ModelState.IsValid) return this.Again();

        if (await Act.ApplyAsync(Input.Version, IsDone, s => Input.ApplyTo(s, Input.Reason), cancellationToken))
            return this.Done("Rescheduled. Page, lists and calendars say so.", Act.EditAddress);
        Input.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    bool IsDone(Screening screening) => screening.Status == ScreeningStatus.Rescheduled && screening.StatusReason == Input.Reason && Input.IsOf(screening);

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return false;
        Act = act;
        Act.Refusal = act.Screening.StatusRefusal;
        return true;
    }
}
