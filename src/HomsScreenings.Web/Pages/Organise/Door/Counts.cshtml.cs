using HomsScreenings.Bookings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Door;

/// <summary>What a device at the door says.</summary>
public sealed record DoorMessage(string? Device, IReadOnlyList<DoorRegister>? Registers)
{
    const int ShortestName = 16, LongestName = 40, MostRegisters = 5_000;

    /// <summary>Whether it can be taken down; a name is so long that no two devices give themselves the same.</summary>
    public bool IsSound => Device is { Length: >= ShortestName and <= LongestName } && Device.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && Registers is { Count: <= MostRegisters } && Registers.All(r => r is { Booking: null or > 0, People: >= 0 and <= DoorRegister.MostPeople, Number: > 0 and < DoorRegister.MostNumber });
}

/// <summary>Where devices at the door join up: takes down what one says, and answers how the door stands by all of them.</summary>
public sealed class CountsModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    // A device that stays open all evening is a look each hour.
    static readonly Duration StillLooking = Duration.FromHours(1);

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(string slug, [FromBody] DoorMessage? message, CancellationToken cancel)
    {
        if (message is not { IsSound: true, Device: { } device, Registers: { } registers }) return BadRequest();
        if (await DeskGuests.FindIdAsync(db, desk.Value, slug, cancel) is not { } id) return NotFound();
        await db.TellDoorAsync(id, device, registers, cancel);
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.Door, cancel, StillLooking) is not { } guests) return NotFound();
        Response.Headers.CacheControl = "no-store, private";
        return new JsonResult(await DoorSheet.LoadAsync(db, guests, device, cancel));
    }
}
