using System.Globalization;
using HomsScreenings.Places;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Venues;

/// <summary>How a place is told.</summary>
public static class VenueWords
{
    /// <summary>'London, United Kingdom', as far as known; empty where nothing is.</summary>
    public static string Town(string? city, string? region, string? country) =>
        Listed(city is null ? null : PlaceNames.Town(city, country), region is null ? null : PlaceNames.Region(region, country),
            country is null ? null : CountryCodes.Name(country));

    /// <summary>'The Mall, SW1Y 5AH', as far as known; empty where nothing is.</summary>
    public static string Street(string? address, string? postalCode, string? area) => Together(address, area, postalCode);

    /// <summary>Where a map shows it: by its coordinates, or a search for its address; null where neither is known.</summary>
    public static string? Map(double? latitude, double? longitude, string? address, string? city)
    {
        if (latitude is { } north && longitude is { } east)
            return string.Create(CultureInfo.InvariantCulture,
                $"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=17/{north}/{east}");
        return address is null ? null
            : $"https://www.openstreetmap.org/search?query={Uri.EscapeDataString(city is null ? address : $"{address}, {city}")}";
    }
}
