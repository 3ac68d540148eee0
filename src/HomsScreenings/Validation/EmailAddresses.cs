using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace HomsScreenings.Validation;

/// <summary>
/// One email address and nothing else: no name, no brackets, no list; such as every mail server takes (RFC 5321, without
/// RFC 6531), with a domain in any script.
/// </summary>
public static class EmailAddresses
{
    const int MaxLength = 254, MaxLocal = 64; // RFC 5321, 4.5.3.1, without the brackets

    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Whether mail can be sent there: what is asked of every address that somebody types.</summary>
    public static bool IsOne(string text) =>
        text.Length <= MaxLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or ',' or ';' or '<' or '>')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.DisplayName.Length == 0
        && address.User.Length <= MaxLocal && Ascii.IsValid(address.User) && IsDomain(address.Host);

    /// <summary>
    /// The same address with its domain in one form, in its own script. One mailbox can be typed in several: in the ASCII form of the
    /// domain (RFC 5890, 2.3.2.1), with wide letters, or with the full stops of other scripts; by whichever it is known again.
    /// </summary>
    public static string WithOneDomain(string text)
    {
        var at = text.LastIndexOf('@');
        var domain = text[(at + 1)..];
        if (at < 0 || (Ascii.IsValid(domain) && !domain.Contains("xn--", StringComparison.OrdinalIgnoreCase))) return text;
        try { return $"{text[..at]}@{Idn.GetUnicode(Idn.GetAscii(domain))}"; }
        catch (ArgumentException) { return text; }
    }

    /// <summary>
    /// Whether it looks like one: what is asked of a programme file, which may hold an address that no mail reaches, for
    /// it is shown and never written to.
    /// </summary>
    public static bool LooksLikeOne(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1
        && !text.Contains(' ', StringComparison.Ordinal);

    // Letters, digits and hyphens, also of what other scripts are written in (RFC 5890); something with a dot; no bare number.
    static bool IsDomain(string host)
    {
        try { return Idn.GetAscii(host).Split('.') is [_, .., [var first, ..]] && !char.IsAsciiDigit(first); }
        catch (ArgumentException) { return false; }
    }
}

/// <summary>An email address as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmailTextAttribute() : ValidationAttribute("{0} is an email address such as name@example.org.")
{
    public override bool IsValid(object? value) => value is null or "" || EmailAddresses.IsOne((string)value);
}
