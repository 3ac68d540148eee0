using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace HomsScreenings.Time;

/// <summary>IANA time zones, by the names of the tz database (https://www.iana.org/time-zones).</summary>
public static class Zones
{
    static readonly IDateTimeZoneProvider Tzdb = DateTimeZoneProviders.Tzdb;

    /// <summary>All names, in alphabetical order, for a form's list of suggestions.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Tzdb.Ids.Where(IsOfPlaces)];

    /// <summary>
    /// Whether it is named after a place: 'EST' and 'Etc/GMT+5' are distances from UTC, and know nothing of the summer there.
    /// </summary>
    public static bool IsOfPlaces(string id) =>
        id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal);

    /// <summary>The version of the rules, as the tz database calls it: '2025b'.</summary>
    public static string RulesName => TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>The same as a number, by which a later version is greater: 202502.</summary>
    public static long RulesVersion => VersionOf(RulesName);

    static long VersionOf(string name) =>
        (long.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) * 100) + (name.Length > 4 ? name[4] - 'a' + 1 : 0);

    public static bool IsKnown(string? id) => Find(id) is not null;

    /// <summary>The zone of that name, or null where the tz database has none.</summary>
    public static DateTimeZone? Find(string? id) => id is { Length: > 0 } ? Tzdb.GetZoneOrNull(id) : null;

    /// <summary>The zone of that name.</summary>
    /// <exception cref="ArgumentException">The tz database has no zone of that name.</exception>
    public static DateTimeZone Get(string id) =>
        Find(id) ?? throw new ArgumentException($"'{id}' is not a time zone of the tz database.", nameof(id));
}
