using HomsScreenings.Bookings.CheckIn;
using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Desk.CheckIn;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Door;

/// <summary>
/// The door: who is expected, who is in. Everything but scanning is done by forms that say how many in all, never 'one
/// more', so that each may be sent twice; script takes them over, and goes on without a network.
/// </summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    const int MaxQuery = 200;

    public DeskGuests Guests { get; private set; } = null!;
    public CheckInSheet Sheet { get; private set; } = null!;
    public string? Query { get; private set; }
    /// <summary>What is to be said of the code that was typed; null where it was none.</summary>
    public string? Saying { get; private set; }
    public IReadOnlySet<int> Found { get; private set; } = new HashSet<int>();

    public async Task<IActionResult> OnGetAsync(string slug, string? q, CancellationToken cancellationToken)
    {
        if (q?.Length > MaxQuery) return this.Wrong(["A search has at most 200 characters."]);
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        Query = q;
        Found = Guests.List.All.Where(b => GuestList.Matches(b, q)).Select(b => b.Id).ToHashSet();
        Saying = Sheet.ReplyTo(q, Found.Count > 0);
        // The worker of the site may keep this page for a night without a network, and reads here for how long.
        Response.Headers["Keep-Until"] = Sheet.KeptUntil;
        return Page();
    }

    /// <summary>So many of a booking are in; or with no booking, so many without one.</summary>
    /// <param name="number">What the page showed was said last of those without a booking.</param>
    /// <param name="total">Those without a booking in all, as they were typed.</param>
    public async Task<IActionResult> OnPostAsync(string slug,
        int? booking, int? people, int? total, long? number, string? q, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(slug, cancellationToken)) return NotFound();
        var back = $"{Guests.Address}/door{(q is null ? "" : $"?q={Uri.EscapeDataString(q)}")}";
        if ((people ?? total) is not (>= 0 and <= CheckInRegister.MaxPeople) || number is < 0 or >= CheckInRegister.MaxNumber
            || !ModelState.IsValid) return this.Done("Nothing was counted: how many is a number from 0 on.", back);
        return this.Done(booking is { } id ? await CountGuestsAsync(id, people ?? 0, cancellationToken)
            : await CountWalkInsAsync(people, total, number ?? 0, cancellationToken), back);
    }

    async Task<string> CountGuestsAsync(int id, int people, CancellationToken cancellationToken)
    {
        if (Sheet.Guests.FirstOrDefault(g => g.Id == id) is not { } guest) return "That booking is not on this list any more.";
        var last = await db.CheckInCounts.Where(c => c.ScreeningId == Guests.Card.Id && c.Device == CheckInSheet.Forms && c.BookingId == id)
            .Select(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        await db.RecordCheckInsAsync(Guests.Card.Id, CheckInSheet.Forms,
            [new CheckInRegister(id, people, last + 1, Clear: people < guest.Others)], cancellationToken);
        var now = guest with { Others = 0, Own = people };
        return people == 0 ? CheckInWords.Fill(CheckInWords.Said.Undone, guest.Name)
            : CheckInWords.Fill(CheckInWords.Said.Welcome, guest.Name, CheckInWords.Said.In(now));
    }

    async Task<string> CountWalkInsAsync(int? people, int? total, long number, CancellationToken cancellationToken)
    {
        var own = people ?? (total!.Value - Sheet.WalkIns.Others);
        if (own < 0) return CheckInWords.Fill(CheckInWords.Said.OtherWalkIns, Sheet.WalkIns.Others);
        if (await db.RecordCheckInsAsync(Guests.Card.Id, CheckInSheet.Forms,
            [new CheckInRegister(null, own, number + 1)], cancellationToken) == 0)
            return "Somebody counted at the same moment, or this was sent twice. Look at the number before you go on.";
        return CheckInWords.Fill(CheckInWords.Said.WalkInsNow, Sheet.WalkIns.Others + own);
    }

    async Task<bool> FoundAsync(string slug, CancellationToken cancellationToken)
    {
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.Door, cancellationToken) is not { } guests)
            return false;
        Guests = guests;
        Sheet = await CheckInSheet.LoadAsync(db, guests, CheckInSheet.Forms, cancellationToken);
        return true;
    }
}
