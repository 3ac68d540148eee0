using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>What needs an organiser today: what is coming up, and what is missing on it.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    const int MaxNext = 10;
    const int MaxLookedThrough = 200;
    const int MaxPast = 20;
    static readonly Duration DoorOpensBefore = Duration.FromHours(12), DoorClosesAfter = Duration.FromHours(6);

    public IReadOnlyList<ScreeningCard> Next { get; private set; } = [];
    /// <summary>What begins within hours, or has begun, and counts who comes.</summary>
    public IReadOnlyList<ScreeningCard> Doors { get; private set; } = [];
    public IReadOnlyList<(ScreeningCard Card, IReadOnlyList<Gap> Gaps)> Incomplete { get; private set; } = [];
    public IReadOnlyList<ScreeningCard> PastDrafts { get; private set; } = [];
    public IReadOnlyList<ScreeningCard> Uncounted { get; private set; } = [];
    public bool HasSample { get; private set; }
    public bool MayAdd => desk.Value.MayAdd;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (own, now) = (db.Screenings.EditableBy(desk.Value), clock.Now());
        var upcoming = await own.Upcoming(now).InProgrammeOrder().Take(MaxLookedThrough).Select(ScreeningCard.Of)
            .ToListAsync(cancellationToken);
        Next = [.. upcoming.Take(MaxNext)];
        var (opens, closes) = (now + DoorOpensBefore, now - DoorClosesAfter);
        Doors = await own.Where(s => (s.Booking == BookingWay.Seats || s.Booking == BookingWay.WalkIn) && s.IsPublic && s.IsOn
                && s.StartsAt > closes && s.StartsAt < opens)
            .InProgrammeOrder().Take(MaxNext).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        Incomplete = [.. upcoming.Where(s => s.IsOn || s.Status == ScreeningStatus.Draft)
            .Select(s => (s, (IReadOnlyList<Gap>)[.. s.Missing])).Where(s => s.Item2.Count > 0)];
        PastDrafts = await own.Over(now).Where(s => !s.IsPublic).LatestFirst().Take(MaxPast)
            .Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        Uncounted = await own.Over(now).Uncounted().LatestFirst().Take(MaxPast).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        HasSample = await db.Screenings.AnyAsync(s => s.IsSample, cancellationToken);
    }
}
