using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>
/// Knows the commonest slips of the finger in email addresses: 'gmial.com'. Only ever a question, for such a domain may exist.
/// </summary>
public static class EmailTypos
{
    // Many addresses end in these, so a near miss is likely one.
    static readonly string[] Common = ["gmail.com", "googlemail.com",
        "hotmail.com", "outlook.com", "icloud.com", "yahoo.com", "protonmail.com"];

    // One letter away from one of those, and right all the same.
    static readonly HashSet<string> Others = ["ymail.com", "mail.com", "email.com", "gmail.de", "yahoo.co", "cloud.com"];

    /// <summary>The address that was likely meant; null where nothing looks wrong.</summary>
    public static string? Suggest(string email)
    {
        var at = email.LastIndexOf('@');
        if (at < 1) return null;
        var domain = email[(at + 1)..].ToLowerInvariant();
        if (Others.Contains(domain) || Common.Contains(domain)) return null;
        return Common.FirstOrDefault(c => EditDistance.IsWithin(domain, c, 1)) is { } meant ? email[..(at + 1)] + meant : null;
    }
}
