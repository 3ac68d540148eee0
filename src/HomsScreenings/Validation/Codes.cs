using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>Lists of short codes: as people type them, apart by blanks, commas or semicolons, and as they are stored.</summary>
public static class Codes
{
    public static IReadOnlyList<string> Split(string? text) =>
        (text ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);

    public static List<string> Languages(string? text) => [.. Split(text).Select(LanguageTags.Tidy).Distinct()];

    public static List<string> Countries(string? text) => [.. Split(text).Select(CountryCodes.Tidy).Distinct()];

    public static string Join(IEnumerable<string> codes) => string.Join(", ", codes);

    /// <summary>Whether there is room for so many where they are stored: each followed by a blank, the last by nothing.</summary>
    public static bool Fit(IEnumerable<string> codes) => string.Join(' ', codes).Length <= Lengths.Line;
}

/// <summary>A list of codes as it is typed. Empty is right: [Required] says otherwise.</summary>
/// <param name="isOne">Whether a text is such a code.</param>
/// <param name="sentence">What to say of one that is none, after the name of the field.</param>
public abstract class CodesAttribute(Func<string, bool> isOne, string sentence) : AtMostAttribute(Lengths.Line * 2)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        if (value is string { Length: > Lengths.Line * 2 }) return base.IsValid(value, context);
        var codes = Codes.Split((string?)value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return !codes.All(isOne) ? new($"{context.DisplayName} {sentence}", [context.MemberName!])
            : !Codes.Fit(codes) ? new($"{context.DisplayName}: these are too many.", [context.MemberName!])
            : ValidationResult.Success;
    }
}

/// <summary>Countries by their codes of two letters (ISO 3166-1 alpha-2).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountryCodesAttribute() : CodesAttribute(CountryCodes.IsKnown, "is a country code of two letters, such as GB or US.");

/// <summary>Language tags (BCP 47).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LanguageTagsAttribute() : CodesAttribute(LanguageTags.IsWellFormed, "is a list of language tags, such as 'ar, en'.");
