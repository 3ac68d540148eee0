using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;

namespace HomsScreenings.Validation;

/// <summary>Addresses in the web, with http or https: others, such as javascript:, are no links that a page may show.</summary>
public static class WebAddresses
{
    public static bool IsOne(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}

/// <summary>A web address as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WebAddressAttribute() : AtMostAttribute(Lengths.Url)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null or "" || (value is string { Length: <= Lengths.Url } text && WebAddresses.IsOne(text)) ? ValidationResult.Success
        : value is string { Length: > Lengths.Url } ? base.IsValid(value, context)
        : new($"{context.DisplayName} is a web address such as https://example.org.", [context.MemberName!]);
}
