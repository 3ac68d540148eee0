using System.Text;
using HomsScreenings.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// A password as it is compared and counted: one keyboard writes 'é' as one sign and another as two, and both are the same
/// password (NIST SP 800-63B-4, 3.1.1.2: NFKC, and each code point is one sign). Blanks count as any other sign.
/// </summary>
public static class PasswordText
{
    public static string Of(string typed) => Normalized(typed, NormalizationForm.FormKC);

    public static int LengthOf(string typed) => Of(typed).EnumerateRunes().Count();

    /// <summary>
    /// What a stored hash may have been made of: first the form that hashes are made of now, then those that keyboards
    /// send, for older hashes were made of what was typed.
    /// </summary>
    public static IEnumerable<string> FormsOf(string typed) =>
        new[] { Of(typed), typed, Normalized(typed, NormalizationForm.FormD) }.Distinct(StringComparer.Ordinal);

    // Half a pair and what is no character cannot be brought into any form; as they are they can be compared.
    static string Normalized(string typed, NormalizationForm form)
    {
        try { return typed.Normalize(form); }
        catch (ArgumentException) { return typed; }
    }
}

/// <summary>Hashes passwords in the one form of <see cref="PasswordText"/>.</summary>
public sealed class NormalizedPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<User>(options)
{
    public override string HashPassword(User user, string password) => base.HashPassword(user, PasswordText.Of(password));

    public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        foreach (var form in PasswordText.FormsOf(providedPassword))
            if (base.VerifyHashedPassword(user, hashedPassword, form) is var result && result != PasswordVerificationResult.Failed)
                return result;
        return PasswordVerificationResult.Failed;
    }
}
