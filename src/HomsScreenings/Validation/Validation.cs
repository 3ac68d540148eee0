using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Time;

namespace HomsScreenings.Validation;

// What a person typed into one field, checked in a person's words. Empty is always right: [Required] says otherwise.

/// <summary>A web address with http or https.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WebAddressAttribute() : ValidationAttribute("{0} is a web address such as https://example.org.")
{
    public override bool IsValid(object? value) => value is null or "" || IsWebAddress((string)value);

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}

/// <summary>A country by its code of two letters (ISO 3166-1), or several, apart by blanks or commas.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountryCodesAttribute() : ValidationAttribute("{0} is a country code of two letters, such as GB or US.")
{
    public override bool IsValid(object? value) => Codes.Split((string?)value).All(Text.CountryCodes.IsKnown);
}

/// <summary>Language tags (BCP 47), apart by blanks or commas.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LanguageTagsAttribute() : ValidationAttribute("{0} is a list of language tags, such as 'ar, en'.")
{
    public override bool IsValid(object? value) => Codes.Split((string?)value).All(Text.LanguageTags.IsWellFormed);
}

/// <summary>A time zone by its name in the tz database.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeZoneNameAttribute() : ValidationAttribute("{0} is a name such as Europe/London; choose one of the list.")
{
    public override bool IsValid(object? value) => value is null or "" || Zones.IsKnown((string)value);
}

/// <summary>A currency by its code of three letters (ISO 4217).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CurrencyCodeAttribute() : ValidationAttribute("{0} is a code of three letters, such as GBP or USD.")
{
    public override bool IsValid(object? value) => value is null or "" || (value is string { Length: 3 } code && code.All(char.IsAsciiLetter));
}

/// <summary>The last part of an address.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SlugTextAttribute() : ValidationAttribute("{0} has Latin letters, digits and single hyphens only, such as 'return-to-homs'.")
{
    public override bool IsValid(object? value) => value is null or "" || Slug.IsWellFormed((string)value);
}

/// <summary>Lists of short codes as people type them.</summary>
public static class Codes
{
    public static IReadOnlyList<string> Split(string? text) => (text ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);

    public static List<string> Languages(string? text) => [.. Split(text).Select(LanguageTags.Tidy).Distinct()];

    public static List<string> Countries(string? text) => [.. Split(text).Select(c => c.ToUpperInvariant()).Distinct()];

    public static string Join(IEnumerable<string> codes) => string.Join(", ", codes);
}
