using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Time;

namespace HomsScreenings.Validation;

// Codes that a person types one at a time, by lists that others keep. Empty is right: [Required] says otherwise.

/// <summary>One country by its code of two letters (ISO 3166-1 alpha-2).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountryCodeAttribute() : ValidationAttribute("{0} is a country code of two letters, such as GB or US.")
{
    public override bool IsValid(object? value) => value is null or "" || CountryCodes.IsKnown((string)value);
}

/// <summary>A currency by its code of three letters (ISO 4217).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CurrencyCodeAttribute() : ValidationAttribute("{0} is the code of a currency in three letters, such as GBP or USD.")
{
    public override bool IsValid(object? value) => value is null or "" || CurrencyCodes.IsKnown((string)value);
}

/// <summary>One language tag (BCP 47).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LanguageTagAttribute() : ValidationAttribute("{0} is one language tag, such as 'ar'.")
{
    public override bool IsValid(object? value) => value is null or "" || LanguageTags.IsWellFormed((string)value);
}

/// <summary>A time zone by its name in the tz database.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeZoneNameAttribute() : ValidationAttribute("{0} is a name such as Europe/London; choose one of the list.")
{
    public override bool IsValid(object? value) => value is null or ""
        || (value is string { Length: <= Lengths.TimeZone } name && Zones.IsKnown(name));
}

/// <summary>The last part of an address on this site.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SlugTextAttribute() : AtMostAttribute(Slug.MaxLength)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null or "" || Slug.IsWellFormed((string)value) ? ValidationResult.Success
        : value is string { Length: > Slug.MaxLength } ? base.IsValid(value, context)
        : new($"{context.DisplayName} has Latin letters, digits and single hyphens only, such as 'return-to-homs'.", [context.MemberName!]);
}
