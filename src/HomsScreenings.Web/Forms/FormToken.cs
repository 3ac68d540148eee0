using System.Globalization;
using System.Security.Cryptography;
using HomsScreenings.Time;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace HomsScreenings.Web.Forms;

/// <summary>What is wrong with the token of a form.</summary>
public enum FormTokenProblem { None, TooFast, TooOld }

/// <summary>
/// Stamps a form that anybody may send: a random key, by which the same form sent twice is taken once, and the time at
/// which it was handed out. It stands in for a captcha, for programs answer faster than anybody types, and needs no cookie.
/// </summary>
public sealed class FormToken(IDataProtectionProvider protection, TimeProvider clock)
{
    static readonly Duration Soonest = Duration.FromSeconds(2), Latest = Duration.FromDays(1);

    readonly IDataProtector _protector = protection.CreateProtector("public form");

    /// <summary>A token for one form.</summary>
    /// <param name="form">What is asked for in it, and of what: 'booking/12'; no blank.</param>
    public string New(string form) =>
        _protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{form} {clock.Now().ToUnixTimeMilliseconds()} {Guid.NewGuid():N}"));

    /// <summary>
    /// The key of the form. One that cannot be read, or belongs to another form, counts as too old: a fresh form helps.
    /// </summary>
    public (string Key, FormTokenProblem Problem) Read(string? token, string form)
    {
        if (Opened(token)?.Split(' ') is not [var named, var issued, var key] || named != form
            || !long.TryParse(issued, CultureInfo.InvariantCulture, out var milliseconds)) return ("", FormTokenProblem.TooOld);
        var age = clock.Now() - Instant.FromUnixTimeMilliseconds(milliseconds);
        // Only this site hands tokens out: one from the future says that a clock was set back, and nothing of its sender. Two
        // processes whose clocks differ a little are no such case.
        if (age <= -Soonest) return (key, FormTokenProblem.None);
        return (key, age < Soonest ? FormTokenProblem.TooFast : age > Latest ? FormTokenProblem.TooOld : FormTokenProblem.None);
    }

    string? Opened(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try { return _protector.Unprotect(token); }
        catch (CryptographicException) { return null; }
    }
}
