using System.Collections.Concurrent;
using System.Globalization;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Text;

/// <summary>Countries by their codes of two letters (ISO 3166-1 alpha-2).</summary>
public static class CountryCodes
{
    // Where nobody lives nobody has conventions of their own, which is what the system knows countries by.
    static readonly string[] WithoutConventions = ["AQ", "BV", "GS", "HM", "TF"];

    static readonly Dictionary<string, string> Names = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => c.Name).Concat(WithoutConventions.Select(code => $"en-{code}")).Select(name => new RegionInfo(name))
        .Where(r => r.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetterUpper))
        .DistinctBy(r => r.TwoLetterISORegionName)
        .ToDictionary(r => r.TwoLetterISORegionName, r => r.EnglishName, StringComparer.OrdinalIgnoreCase);

    static readonly ConcurrentDictionary<(string Language, string Code), string> Translated = [];

    /// <summary>The currency that is paid with there (ISO 4217); null where nobody knows.</summary>
    public static string? CurrencyOf(string? code) =>
        IsKnown(code) && new RegionInfo($"en-{code}").ISOCurrencySymbol is var currency && CurrencyCodes.IsKnown(currency)
            ? currency : null;

    public static bool IsKnown(string? code) => code is not null && Names.ContainsKey(code);

    /// <summary>As it is stored.</summary>
    public static string Tidy(string code) => code.ToUpperInvariant();

    /// <summary>The country's name, in the language that is spoken; the code where none is known.</summary>
    public static string Name(string code) =>
        !Names.TryGetValue(code, out var english) ? code
        : Language.Current == Language.English ? english
        : Translated.GetOrAdd((Language.Current.Culture.TwoLetterISOLanguageName, code),
            static name => NativeName(name.Language, name.Code));

    // A region tells its name in the language of the culture that it is made from, and in no other.
    static string NativeName(string language, string code) => new RegionInfo($"{language}-{code}").NativeName;

    /// <summary>Codes and names in English, by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [.. Names.Select(n => (n.Key, n.Value)).OrderBy(n => n.Value, StringComparer.Ordinal)];
}
