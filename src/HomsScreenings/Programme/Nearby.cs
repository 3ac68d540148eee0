using System.Globalization;
using HomsScreenings.Places;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>A point on the earth and a distance around it.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="WithinKm">Kilometres.</param>
/// <param name="Place">What the place was called: 'Leeds', 'Portland, US'; null for a point.</param>
public sealed record Nearby(double Latitude, double Longitude, int WithinKm, string? Place = null)
{
    /// <summary>Kilometres from one degree of latitude to the next.</summary>
    public const double KmPerDegree = 111.195;

    /// <summary>The place or the point, as it stands in an address.</summary>
    public string Where => Place ?? string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");

    /// <summary>The place, in the language that is spoken, or the point.</summary>
    public string Called => Place is { } place ? PlaceNames.Typed(place)
        : string.Create(CultureInfo.InvariantCulture, $"{Latitude}, {Longitude}");

    /// <summary>How far it is from there, in whole kilometres, as the crow flies; null where the other place is not known.</summary>
    public int? KmTo(double? latitude, double? longitude)
    {
        if (latitude is not { } north || longitude is not { } east) return null;
        var (one, other) = (Radians(Latitude), Radians(north));
        var chord = Square(Math.Sin(Radians(north - Latitude) / 2))
            + Math.Cos(one) * Math.Cos(other) * Square(Math.Sin(Radians(east - Longitude) / 2));
        return (int)Math.Round(2 * Math.Asin(Math.Min(1, Math.Sqrt(chord))) / Radians(1) * KmPerDegree);
    }

    /// <summary>'3 km away'.</summary>
    /// <param name="km">Whole kilometres, as <see cref="KmTo"/> tells them.</param>
    public static string Away(int km) => km == 0 ? T("Less than a kilometre away") : T("{0} km away", km);

    /// <summary>Whether a place lies within reach, as <see cref="ScreeningQueries"/> asks the database.</summary>
    public bool Reaches(double? latitude, double? longitude)
    {
        if (latitude is not { } north || longitude is not { } east) return false;
        var (up, narrowing, reach) = (north - Latitude, Math.Cos(Radians(Latitude)), WithinKm / KmPerDegree);
        if (north < Latitude - reach || north > Latitude + reach) return false;
        return Within(east - Longitude) || Within(east - Longitude - 360) || Within(east - Longitude + 360);

        bool Within(double across) => up * up + across * across * (narrowing * narrowing) <= reach * reach;
    }

    /// <summary>
    /// Reads a point, '51.5,-0.13', or the name of a town, 'Portland, US'. A point is rounded to some hundred metres:
    /// enough for a cinema, too little to tell a home.
    /// </summary>
    /// <returns>Null where it is neither.</returns>
    public static Nearby? Read(string text, int withinKm)
    {
        if (LooksLikeNumbers(text))
            return text.PlainFigures().Split(',') is [var north, var east]
                && Degrees(north, 90) is { } latitude && Degrees(east, 180) is { } longitude
                ? new(latitude, longitude, withinKm) : null;
        if (Gazetteer.Read(text) is not [var place, ..]) return null;
        var comma = text.LastIndexOfAny(Gazetteer.Commas);
        return new(place.Latitude, place.Longitude, withinKm, comma < 0 ? place.Name : $"{place.Name}, {text[(comma + 1)..].Trim()}");
    }

    /// <summary>Whether somebody meant a point, not a name.</summary>
    public static bool LooksLikeNumbers(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    static double? Degrees(string text, double most) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var degrees)
            && Math.Abs(degrees) <= most ? Math.Round(degrees, 2) + 0.0 : null; // there is no minus nought

    static double Radians(double degrees) => degrees * Math.PI / 180;

    static double Square(double number) => number * number;
}
