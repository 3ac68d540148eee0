using System.ComponentModel.DataAnnotations;

namespace HomsScreenings.Validation;

/// <summary>
/// Currencies by their codes of three letters (ISO 4217). New ones are made faster than lists of them, so any three
/// letters will do.
/// </summary>
public static class CurrencyCodes
{
    public static bool IsWellFormed(string? code) => code is { Length: Records.Lengths.Currency } && code.All(char.IsAsciiLetter);

    /// <summary>As it is stored.</summary>
    public static string Tidy(string code) => code.ToUpperInvariant();
}

/// <summary>A currency as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CurrencyCodeAttribute() : ValidationAttribute("{0} is a code of three letters, such as GBP or USD.")
{
    public override bool IsValid(object? value) => value is null or "" || CurrencyCodes.IsWellFormed((string)value);
}
