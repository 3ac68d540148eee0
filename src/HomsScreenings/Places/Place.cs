namespace HomsScreenings.Places;

/// <summary>A town of the gazetteer.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Part">The part of the country, as GeoNames codes it: 'OR' for Oregon, 'ENG' for England.</param>
/// <param name="Latitude">Degrees north, rounded to some hundred metres.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TimeZone">IANA name of its zone.</param>
public sealed record Place(string Name, string Country, string Part, double Latitude, double Longitude, string TimeZone, int Inhabitants);
