using System.Security.Cryptography;
using HomsScreenings.Text;

namespace HomsScreenings.Model;

/// <summary>
/// What is shown at the door: eight characters of Crockford's base 32, which has no letter that looks like a digit. It
/// says nothing about the guest and opens nothing; whoever has it is let in once.
/// </summary>
public static class BookingCode
{
    public const int Length = 8;
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>
    /// The code as it was meant, in the digits of any script: small letters, blanks and hyphens count for nothing, O is 0, I and L are 1.
    /// </summary>
    public static string Read(string typed) => string.Concat(typed.PlainFigures().ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)
        .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));

    /// <summary>In two halves, to be read out.</summary>
    public static string Format(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";
}
