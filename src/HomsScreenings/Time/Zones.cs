using NodaTime;

namespace HomsScreenings.Time;

/// <summary>IANA time zones, by the names of the tz database (https://www.iana.org/time-zones).</summary>
public static class Zones
{
    static readonly IDateTimeZoneProvider Tzdb = DateTimeZoneProviders.Tzdb;

    /// <summary>All names, in alphabetical order, for a form's list of suggestions.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))];

    public static bool IsKnown(string? id) => Find(id) is not null;

    /// <summary>The zone of that name, or null where the tz database has none.</summary>
    public static DateTimeZone? Find(string? id) => id is { Length: > 0 } ? Tzdb.GetZoneOrNull(id) : null;

    /// <summary>The zone of that name.</summary>
    /// <exception cref="ArgumentException">The tz database has no zone of that name.</exception>
    public static DateTimeZone Get(string id) =>
        Find(id) ?? throw new ArgumentException($"'{id}' is not a time zone of the tz database.", nameof(id));
}
