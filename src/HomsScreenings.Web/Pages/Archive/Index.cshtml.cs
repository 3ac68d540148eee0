using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Archive;

/// <summary>The past: its years, and what was shown last.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    const int MaxLatest = 20;

    public PastYears Past { get; private set; } = PastYears.Empty;
    public IReadOnlyList<ScreeningCard> Latest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        Past = await PastYears.CountAsync(db.Screenings.Published(), now, cancellationToken);
        Latest = await db.Screenings.Published().Over(now).LatestFirst().Take(MaxLatest).Select(ScreeningCard.Of)
            .ToListAsync(cancellationToken);
    }
}
