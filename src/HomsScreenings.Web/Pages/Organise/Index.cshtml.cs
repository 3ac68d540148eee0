using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>What needs an organiser today: what is coming up, and what is missing on it.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    const int MostNext = 10;
    const int MostLookedThrough = 200;
    const int MostPast = 20;

    public IReadOnlyList<ScreeningCard> Next { get; private set; } = [];
    public IReadOnlyList<(ScreeningCard Card, IReadOnlyList<Gap> Gaps)> Incomplete { get; private set; } = [];
    public IReadOnlyList<ScreeningCard> PastDrafts { get; private set; } = [];
    public IReadOnlyList<ScreeningCard> Uncounted { get; private set; } = [];
    public bool HasSample { get; private set; }
    public bool MayAdd => desk.Value.MayAdd;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (own, now) = (db.Screenings.OwnedBy(desk.Value), clock.Now());
        var upcoming = await own.Upcoming(now).InProgrammeOrder().Take(MostLookedThrough).Select(ScreeningCard.Of).ToListAsync(cancel);
        Next = [.. upcoming.Take(MostNext)];
        Incomplete = [.. upcoming.Where(s => s.IsOn || s.Status == ScreeningStatus.Draft)
            .Select(s => (s, (IReadOnlyList<Gap>)[.. s.Missing])).Where(s => s.Item2.Count > 0)];
        PastDrafts = await own.Over(now).Where(s => s.PublishedAt == null).LatestFirst().Take(MostPast).Select(ScreeningCard.Of).ToListAsync(cancel);
        Uncounted = await own.Over(now).Uncounted().LatestFirst().Take(MostPast).Select(ScreeningCard.Of).ToListAsync(cancel);
        HasSample = await db.Screenings.AnyAsync(s => s.IsSample, cancel);
    }
}
