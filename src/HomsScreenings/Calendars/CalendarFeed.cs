namespace HomsScreenings.Calendars;

/// <summary>What a calendar of many says of itself (RFC 7986, 5).</summary>
/// <param name="Name">How the subscriber's program lists it.</param>
/// <param name="Description">One sentence: what is in it.</param>
/// <param name="Source">The whole address of the feed itself.</param>
/// <param name="Url">The whole address of the page that shows the same; null where there is none.</param>
public sealed record CalendarFeed(string Name, string Description, string Source, string? Url);
