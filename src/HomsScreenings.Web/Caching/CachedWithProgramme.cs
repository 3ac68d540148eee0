namespace HomsScreenings.Web.Caching;

/// <summary>Marks an endpoint whose answers are the same for everybody and change with the programme and the clock alone.</summary>
/// <param name="anyQuery">Whether the answer depends on the query string.</param>
/// <param name="cacheControl">What browsers and shared caches are told.</param>
sealed class CachedWithProgramme(bool anyQuery, string cacheControl)
{
    /// <summary>Pages are asked for again each time, which the tag makes cheap, so that nobody sees an old programme.</summary>
    public const string Pages = "public, no-cache";

    /// <summary>Feeds may be held for a minute by caches on the way: calendar programs ask by the hour.</summary>
    public const string Feeds = "public, max-age=0, s-maxage=60, must-revalidate";

    /// <summary>A drawing rests on the address alone and never changes under it.</summary>
    public const string Drawings = "public, max-age=604800, immutable";

    public bool AnyQuery => anyQuery;
    public string CacheControl => cacheControl;
}
