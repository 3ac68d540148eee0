using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Series;

/// <summary>All series: what has screenings to come first, then the latest.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<SeriesCard> Series { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        (Number, var now) = (number, clock.Now());
        Total = await db.Series.Published().CountAsync(cancellationToken);
        Series = await db.Series.Published().ByNextScreening(now).Skip(number.Skip(PageSize)).Take(PageSize).Select(SeriesCard.Of(now))
            .ToListAsync(cancellationToken);
        return Series.Count == 0 && number.Value > 1 ? NotFound() : Page();
    }
}
