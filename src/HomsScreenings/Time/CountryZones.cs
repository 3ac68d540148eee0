using NodaTime.TimeZones;

namespace HomsScreenings.Time;

/// <summary>Which time zones a country has, by the tz database's own table (zone.tab).</summary>
public static class CountryZones
{
    static readonly ILookup<string, TzdbZoneLocation> ByCountry =
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).ToLookup(place => place.CountryCode, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of a country's zones, the most populous first; empty where the country is not known.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static IReadOnlyList<string> Of(string? country) => country is null ? [] : [.. ByCountry[country].Select(place => place.ZoneId)];
}
