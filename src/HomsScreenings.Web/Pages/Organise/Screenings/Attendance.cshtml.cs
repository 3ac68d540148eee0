using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Says how many came.</summary>
public sealed class AttendanceModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public ScreeningEdit Act { get; private set; } = null!;

    /// <summary>What the door counted; null where nobody did.</summary>
    public CheckInSum? Counted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        Input = AttendanceInput.Of(Act.Screening);
        Input.Attendance ??= Counted?.InTheRoom;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        if (!ModelState.IsValid || Act.Refusal is not null) return this.Again();
        if (await Act.ApplyAsync(Input.Version, Input.IsOf, Input.ApplyTo, cancellationToken)) return this.Done("Saved how many came.", Act.EditAddress);
        Input.Version = Act.Screening.Version;
        return this.Overtaken();
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken) is not { } act) return false;
        Act = act;
        Act.Refusal = act.Screening.CountingRefusal(clock.Now());
        Counted = await db.CheckInSumAsync(act.Screening.Id, cancellationToken);
        return true;
    }
}
