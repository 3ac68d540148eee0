using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>
/// The screenings of one film, venue, person: what comes, in programme order, then what was, the latest first. Very
/// long lists are cut; the programme has the rest.
/// </summary>
public sealed record ComingAndPast(IReadOnlyList<ScreeningCard> Coming, bool MoreComing, IReadOnlyList<ScreeningCard> Past, bool MorePast)
{
    public const int MaxComing = 50;
    public const int MaxPast = 20;

    public static ComingAndPast None { get; } = new([], false, [], false);

    /// <summary>Finds them, in two statements.</summary>
    public static async Task<ComingAndPast> FindAsync(IQueryable<Screening> screenings, Instant now, CancellationToken cancellationToken)
    {
        var coming = await screenings.Upcoming(now).InProgrammeOrder().Take(MaxComing + 1).Select(ScreeningCard.Of)
            .ToListAsync(cancellationToken);
        var past = await screenings.Over(now).LatestFirst().Take(MaxPast + 1).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return new([.. coming.Take(MaxComing)], coming.Count > MaxComing, [.. past.Take(MaxPast)], past.Count > MaxPast);
    }
}
