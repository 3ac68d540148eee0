using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using HomsScreenings.Text;

namespace HomsScreenings.Venues;

/// <summary>A point on the earth in degrees north and east (WGS 84), read from what people copy out of maps.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct Position(double Latitude, double Longitude)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######}, {Longitude:0.######}");

    /// <summary>
    /// Reads '51.5879, -0.1636', '51.5879° N, 0.1636° W', '51°35'16.4"N 0°09'49.0"W', a 'geo:' address (RFC 5870), or
    /// the address of a place on a map site.
    /// </summary>
    public static bool TryParse(string? text, out Position position)
    {
        position = default;
        if (text is not { Length: > 0 and <= MaxCharacters }) return false;
        try { return TryRead(text.PlainFigures(), out position); }
        catch (RegexMatchTimeoutException) { return false; } // whoever types that means no place
    }

    static bool TryRead(string text, out Position position)
    {
        position = default;
        foreach (var form in new[] { Pin(), PinInQuery(), MapHash(), MapCentre(), Pair() })
            if (form.Match(text) is { Success: true } match)
                return TryMake(Number(match, "lat"), Number(match, "lon"), out position);
        return Sexagesimal().Match(text) is { Success: true } degrees
            && TryMake(Degrees(degrees, "a", 'S'), Degrees(degrees, "o", 'W'), out position);
    }

    const int MaxCharacters = 2_000;
    const int Patience = 100; // milliseconds

    static bool TryMake(double latitude, double longitude, out Position position)
    {
        position = new Position(Math.Round(latitude, 6), Math.Round(longitude, 6));
        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
    }

    static double Number(Match match, string name)
    {
        var value = double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[name + "side"].Value is "S" or "s" or "W" or "w" ? -value : value;
    }

    static double Degrees(Match match, string name, char negative)
    {
        var value = Part("d") + Part("m") / 60 + Part("s") / 3600;
        return char.ToUpperInvariant(match.Groups[name + "side"].Value[0]) == negative ? -value : value;

        double Part(string part) => match.Groups[name + part] is { Success: true, ValueSpan: var figures }
            ? double.Parse(figures, CultureInfo.InvariantCulture) : 0;
    }

    // The pin of a place, before the centre of the picture, which may lie elsewhere.
    [GeneratedRegex(@"!3d(?<lat>-?\d{1,3}\.\d+)!4d(?<lon>-?\d{1,3}\.\d+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Pin();

    [GeneratedRegex(@"[?&]mlat=(?<lat>-?\d{1,3}(\.\d+)?)&mlon=(?<lon>-?\d{1,3}(\.\d+)?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex PinInQuery();

    [GeneratedRegex(@"#map=\d+(\.\d+)?/(?<lat>-?\d{1,3}(\.\d+)?)/(?<lon>-?\d{1,3}(\.\d+)?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex MapHash();

    [GeneratedRegex(@"^https?://.*[@=/](?<lat>-?\d{1,3}\.\d+)(,|%2C)\+?(?<lon>-?\d{1,3}\.\d+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex MapCentre();

    [GeneratedRegex(@"^(geo:)?\s*\(?(?<lat>[+-]?\d{1,3}(\.\d+)?)\s*°?\s*(?<latside>[NSns])?\s*[,;\s]\s*(?<lon>[+-]?\d{1,3}(\.\d+)?)\s*°?\s*(?<lonside>[EWew])?\)?(\?.*|;.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Pair();

    [GeneratedRegex("""^(?<ad>\d{1,3})\s*°\s*((?<am>\d{1,2})\s*['′’]\s*)?((?<as>\d{1,2}(\.\d+)?)\s*["″”]\s*)?(?<aside>[NSns])[,;\s]*(?<od>\d{1,3})\s*°\s*((?<om>\d{1,2})\s*['′’]\s*)?((?<os>\d{1,2}(\.\d+)?)\s*["″”]\s*)?(?<oside>[EWew])$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Sexagesimal();
}
