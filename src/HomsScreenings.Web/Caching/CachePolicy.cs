using HomsScreenings.Records;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Marks an endpoint whose answers are the same for everybody, and says what they rest on: the path, the clock, the areas
/// that they show something of, and of the query string what the reader makes of it.
/// </summary>
/// <param name="areas">Whose saves put the answers out of date; to forget one is to show what was true before.</param>
/// <param name="query">What of the query string the answer depends on. The endpoint sees nothing else of it.</param>
/// <param name="cacheControl">What browsers and shared caches are told.</param>
public sealed class CachePolicy(IReadOnlyList<Area> areas, QueryReader query, string cacheControl)
{
    /// <summary>Pages are asked for again each time, which the tag makes cheap, so that nobody sees an old programme.</summary>
    public const string Pages = "public, no-cache";

    /// <summary>Feeds may be held for a minute by caches on the way: calendar programs ask by the hour.</summary>
    public const string Feeds = "public, max-age=0, s-maxage=60, must-revalidate";

    /// <summary>For one program alone, which asks each time whether it still holds.</summary>
    public const string Revalidated = "private, no-cache";

    /// <summary>
    /// For the pictures of shared links: they are looked at when somebody shares one, and what is cancelled is not to be shown for
    /// long as if it took place.
    /// </summary>
    public const string SharePictures = "public, max-age=300";

    /// <summary>For what shows screenings to somebody who chooses one: whether there are seats belongs to it.</summary>
    public static readonly IReadOnlyList<Area> Screenings = [Area.Programme, Area.Seats];

    /// <summary>For what says nothing of seats: bookings leave it as it is.</summary>
    public static readonly IReadOnlyList<Area> ProgrammeAlone = [Area.Programme];

    /// <summary>For feeds that say nothing of seats.</summary>
    public static CachePolicy Feed(QueryReader query) => new(ProgrammeAlone, query, Feeds);

    public IReadOnlyList<Area> Areas => areas;
    public QueryReader Query => query;
    public string CacheControl => cacheControl;

    /// <summary>Whether its answers are made slowly and one after the other: who waits for one holds up no other page.</summary>
    public bool IsMadeAside { get; init; }
}
