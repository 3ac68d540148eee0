using System.Globalization;

namespace HomsScreenings.Text;

/// <summary>Countries by their codes of two letters (ISO 3166-1 alpha-2).</summary>
public static class CountryCodes
{
    static readonly Dictionary<string, string> Names = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetterUpper))
        .DistinctBy(r => r.TwoLetterISORegionName).ToDictionary(r => r.TwoLetterISORegionName, r => r.EnglishName, StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string? code) => code is not null && Names.ContainsKey(code);

    /// <summary>The country's name, in English; the code where none is known.</summary>
    public static string Name(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>Codes and names, by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [.. Names.Select(n => (n.Key, n.Value)).OrderBy(n => n.Value, StringComparer.Ordinal)];
}
