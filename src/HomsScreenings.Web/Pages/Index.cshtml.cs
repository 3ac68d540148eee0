using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages;

public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    const int Most = 8;

    public IReadOnlyList<ScreeningCard> Next { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Next = await db.Screenings.Published().Upcoming(clock.Now()).InProgrammeOrder().Take(Most).Select(ScreeningCard.Of).ToListAsync(cancel);
}
