using HomsScreenings.Bookings;
using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Says how many came.</summary>
public sealed class AttendanceModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AttendanceDraft Draft { get; set; } = new();

    public ScreeningAct Act { get; private set; } = null!;

    /// <summary>What the door counted; null where nobody did.</summary>
    public DoorSum? Counted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        Draft = AttendanceDraft.Of(Act.Screening);
        Draft.Attendance ??= Counted?.InTheRoom;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FoundAsync(slug, cancel)) return NotFound();
        if (!ModelState.IsValid || Act.Objection is not null) return this.Again();
        if (await Act.TellAsync(Draft.Version, Draft.IsOf, Draft.Tell, cancel)) return this.Done("Saved how many came.", Act.EditAddress);
        Draft.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancel)
    {
        if (await ScreeningAct.FindAsync(db, desk.Value, slug, cancel) is not { } act) return false;
        Act = act;
        Act.Objection = act.Screening.AgainstCounting(clock.Now());
        Counted = await db.DoorSumAsync(act.Screening.Id, cancel);
        return true;
    }
}
