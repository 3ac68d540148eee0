using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Venues;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Venues;

/// <summary>All venues, by city.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<VenueCard> Venues { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        Number = number;
        Total = await db.Venues.CountAsync(cancellationToken);
        Venues = await db.Venues.ByCity().Skip(number.Skip(PageSize)).Take(PageSize).Select(VenueCard.Of(clock.Now()))
            .ToListAsync(cancellationToken);
        return Venues.Count == 0 && number.Value > 1 ? NotFound() : Page();
    }
}
