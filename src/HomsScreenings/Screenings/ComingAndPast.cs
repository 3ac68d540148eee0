using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Screenings;

/// <summary>
/// The screenings of one film, venue, person: what comes, in programme order, then what was, the latest first. Very
/// long lists are cut; the programme has the rest.
/// </summary>
public sealed record ComingAndPast(IReadOnlyList<ScreeningCard> Coming, bool MoreComing, IReadOnlyList<ScreeningCard> Past, bool MorePast)
{
    public const int MostComing = 50;
    public const int MostPast = 20;

    public static ComingAndPast None { get; } = new([], false, [], false);

    /// <summary>Finds them, in two statements.</summary>
    public static async Task<ComingAndPast> FindAsync(IQueryable<Screening> screenings, Instant now, CancellationToken cancel)
    {
        var coming = await screenings.Upcoming(now).InProgrammeOrder().Take(MostComing + 1).Select(ScreeningCard.Of).ToListAsync(cancel);
        var past = await screenings.Over(now).LatestFirst().Take(MostPast + 1).Select(ScreeningCard.Of).ToListAsync(cancel);
        return new([.. coming.Take(MostComing)], coming.Count > MostComing, [.. past.Take(MostPast)], past.Count > MostPast);
    }
}
