using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;

namespace HomsScreenings.Validation;

/// <summary>Addresses in the web, with http or https: others, such as javascript:, are no links that a page may show.</summary>
public static class WebAddresses
{
    public static bool IsOne(string text) => Parse(text) is not null;

    /// <summary>
    /// As it is stored: what has no place in an address (blanks, quotation marks, letters of other scripts) is escaped (RFC 3986, 2.1),
    /// so that wherever it is shown the whole of it is the link. Null for what is none.
    /// </summary>
    public static string? Tidy(string text) => Parse(text) is not { } uri ? null : text.All(MayStand) ? text : uri.AbsoluteUri;

    /// <summary>Whether it goes over a connection that nobody on the way reads.</summary>
    public static bool IsSecure(string text) => Parse(text) is { Scheme: "https" };

    static bool MayStand(char c) => char.IsAsciiLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".Contains(c, StringComparison.Ordinal);

    static Uri? Parse(string text) =>
        !text.Any(char.IsControl) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" }
            ? uri : null;
}

/// <summary>A web address as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class WebAddressAttribute() : AtMostAttribute(Lengths.Url)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is null or "" || (value is string { Length: <= Lengths.Url } text && WebAddresses.IsOne(text)) ? ValidationResult.Success
        : value is string { Length: > Lengths.Url } ? base.IsValid(value, context)
        : new($"{context.DisplayName} is a web address such as https://example.org.", [context.MemberName!]);
}

/// <summary>The same with https alone, for what many follow. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SecureWebAddressAttribute : WebAddressAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        base.IsValid(value, context) is { } problem ? problem
        : value is null or "" || WebAddresses.IsSecure((string)value) ? ValidationResult.Success
        : new($"{context.DisplayName} begins with https://.", [context.MemberName!]);
}
