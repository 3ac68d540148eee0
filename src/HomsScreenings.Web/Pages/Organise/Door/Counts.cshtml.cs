using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Desk.CheckIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Door;

/// <summary>What a device at the door says.</summary>
public sealed record CheckInMessage(string? Device, IReadOnlyList<CheckInRegister>? Registers)
{
    const int MinNameLength = 16, MaxNameLength = 40, MaxRegisters = 5_000;

    /// <summary>Whether it can be taken down; a name is so long that no two devices give themselves the same.</summary>
    public bool IsSound =>
        Device is { Length: >= MinNameLength and <= MaxNameLength } && Device.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && Registers is { Count: <= MaxRegisters }
        && Registers.All(
            r => r is { Booking: null or > 0, People: >= 0 and <= CheckInRegister.MaxPeople, Number: > 0 and < CheckInRegister.MaxNumber });
}

/// <summary>Where devices at the door join up: takes down what one says, and answers how the door stands by all of them.</summary>
public sealed class CountsModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    // A device that stays open all evening is a look each hour.
    static readonly Duration StillLooking = Duration.FromHours(1);

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(string slug, [FromBody] CheckInMessage? message, CancellationToken cancellationToken)
    {
        if (message is not { IsSound: true, Device: { } device, Registers: { } registers }) return BadRequest();
        if (await DeskGuests.FindIdAsync(db, desk.Value, slug, cancellationToken) is not { } id) return NotFound();
        await db.RecordCheckInsAsync(id, device, registers, cancellationToken);
        if (await DeskGuests.FindAsync(db, desk.Value, slug,
            clock.Now(), GuestListForm.Door, cancellationToken, StillLooking) is not { } guests) return NotFound();
        Response.Headers.CacheControl = "no-store, private";
        return new JsonResult(await CheckInSheet.LoadAsync(db, guests, device, cancellationToken));
    }
}
