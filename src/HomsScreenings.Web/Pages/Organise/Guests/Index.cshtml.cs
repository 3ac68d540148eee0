using HomsScreenings.Bookings.Guests;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>Who comes, who waits and why, what they ask, and who has looked.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    const int MaxLooks = 100;

    public DeskGuests Guests { get; private set; } = null!;
    public GuestList List => Guests.List;
    public DeskSearch Search { get; private set; } = null!;
    public IReadOnlyList<Booking> Booked { get; private set; } = [];
    public IReadOnlyList<(int Place, Booking Booking)> Waiting { get; private set; } = [];
    public IReadOnlyList<Booking> Gone { get; private set; } = [];
    public IReadOnlyList<GuestQuestion> Questions { get; private set; } = [];
    /// <summary>In no order that would say whose they are.</summary>
    public IReadOnlyList<(int Rating, string Comment)> Comments { get; private set; } = [];
    public IReadOnlyList<GuestListLook> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? q, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        if (await DeskGuests.FindAsync(db, desk.Value, slug, clock.Now(), GuestListForm.List, cancellationToken) is not { } guests)
            return NotFound();
        Guests = guests;

        var found = List.Booked.Where(b => GuestList.Matches(b, q)).ToList();
        Booked = [.. found.Skip(number.Skip(DeskSearch.PageSize)).Take(DeskSearch.PageSize)];
        Search = new DeskSearch($"{guests.Address}/guests", q, number, found.Count, "booking", "bookings");
        // The place is that in the whole queue, whatever is looked for.
        var place = 0;
        Waiting = [.. List.Waiting.Select(b => (b.State == BookingState.Lapsed ? 0 : ++place, b)).Where(w => GuestList.Matches(w.b, q))];
        Comments = [
            .. List.All.Where(b => b is { Rating: not null, Comment: not null })
                .Select(b => (b.Rating!.Value, b.Comment!)).OrderDescending()];
        Gone = [.. List.Gone.Where(b => GuestList.Matches(b, q))];

        var id = guests.Card.Id;
        Questions = await db.GuestQuestions.AsNoTracking().Include(a => a.Booking).Where(a => a.Booking.ScreeningId == id)
            .OrderBy(a => a.AnsweredAt != null).ThenByDescending(a => a.AskedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        Looks = await db.LooksAsync(id, MaxLooks, cancellationToken);
        return Page();
    }
}
