using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>Says how many came.</summary>
public sealed class AttendanceModel(ScreeningsDb db, CurrentScreening current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public ScreeningEdit Act => current.Value;
    public string? Refusal => Act.Screening.CountingRefusal(clock.Now());

    /// <summary>What the door counted; null where nobody did.</summary>
    public CheckInSum? Counted { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Counted = await db.CheckInSumAsync(Act.Screening.Id, cancellationToken);
        Input = AttendanceInput.Of(Act.Screening);
        Input.Attendance ??= Counted?.InTheRoom;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Counted = await db.CheckInSumAsync(Act.Screening.Id, cancellationToken);
        return await Act.AnswerAsync(this, Input, Refusal, Input.IsOf, Input.ApplyTo, "Saved how many came.", cancellationToken);
    }
}
