using System.Globalization;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Venues;

/// <summary>
/// A map service that leads to a place from wherever the reader says: its name, the address, and by which means where the name
/// does not say it.
/// </summary>
public sealed record MapService(string Name, string Address, string? By);

/// <summary>The way to a place. Nothing is asked of a service before somebody follows its link.</summary>
public static class VenueDirections
{
    /// <summary>
    /// The services that lead there: to the coordinates, or to the address where nobody has measured it; none where neither is known.
    /// Addresses as OpenStreetMap, Google ('Maps URLs') and Apple ('Map Links') document them.
    /// </summary>
    public static IReadOnlyList<MapService> To(double? latitude, double? longitude, string? address, string? city)
    {
        var at = latitude is { } north && longitude is { } east
            ? string.Create(CultureInfo.InvariantCulture, $"{north},{east}")
            : address is null ? null : city is null ? address : $"{address}, {city}";
        if (at is null) return [];
        var to = Uri.EscapeDataString(at);
        var google = $"https://www.google.com/maps/dir/?api=1&destination={to}";
        return
        [
            new(T("OpenStreetMap"), $"https://www.openstreetmap.org/directions?to={to}", T("On foot, by bicycle, by car")),
            new(T("Apple Maps"), $"https://maps.apple.com/?daddr={to}", null),
            new(T("Google Maps"), google, null),
            new(T("Bus and train"), google + "&travelmode=transit", T("With Google Maps")),
        ];
    }
}
