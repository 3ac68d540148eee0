using HomsScreenings.Model;
using Microsoft.AspNetCore.Identity;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Refuses what somebody who guesses would try first. Length does the rest; there are no rules on which signs to mix (NIST SP 800-63B,
/// 3.1.1.2).
/// </summary>
sealed class ObviousPasswords : IPasswordValidator<User>
{
    static readonly string[] Obvious =
    [
        "password", "passwort", "passw0rd", "p@ssword", "qwerty",
        "qwertyuiop", "qwertyuiopasdfgh", "asdfghjkl", "azertyuiop", "letmein", "welcome",
        "iloveyou", "administrator", "admin", "changeme", "secret",
        "abcdefghijkl", "abcdefghijklmnop", "1q2w3e4r5t6y", "correcthorsebatterystaple",
        "homsscreenings", "returntohoms", "screenings", "organiser", "cinema",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        password is not null && IsObvious(password, user.Email)
            ? IdentityResult.Failed(
                new IdentityError
                {
                    Code = "PasswordObvious",
                    Description =
                        "This password is among the first that somebody would guess. Take a few words that only you would put together."
                })
            : IdentityResult.Success);

    public static bool IsObvious(string password, string? email)
    {
        if (password.Distinct().Count() < 5) return true;
        if (email is not null
            && (password.Contains(email, StringComparison.OrdinalIgnoreCase)
                || IsRepeated(password, email[..Math.Max(0, email.IndexOf('@', StringComparison.Ordinal))]))) return true;
        return IsCounting(password) || Array.Exists(Obvious, word => IsRepeated(password, word));
    }

    // 'password', 'PasswordPassword', 'password 2026!': the word once or more, and hardly anything but digits and signs.
    static bool IsRepeated(string password, string word) => word.Length > 0 && password.Contains(word, StringComparison.OrdinalIgnoreCase)
        && !password.Replace(word, "", StringComparison.OrdinalIgnoreCase).Any(char.IsLetter);

    // '123456789012', '987654321098': each sign the next or the last but one of the one before.
    static bool IsCounting(string password) =>
        Enumerable.Range(1, password.Length - 1).Count(i => password[i] - password[i - 1] is 1 or -1 or 9 or -9) >= password.Length - 1;
}
