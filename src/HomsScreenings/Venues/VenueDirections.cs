using System.Globalization;

namespace HomsScreenings.Venues;

/// <summary>The way to a place.</summary>
public static class VenueDirections
{
    /// <summary>
    /// Where a map leads there, from wherever the reader says; a search for the address where nobody has measured it; null where neither
    /// is known.
    /// </summary>
    public static string? To(double? latitude, double? longitude, string? address, string? city) =>
        latitude is { } north && longitude is { } east
            ? string.Create(
                CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/directions?route=%3B{north}%2C{east}#map=16/{north}/{east}")
            : VenueWords.Map(null, null, address, city);
}
