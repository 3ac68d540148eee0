using System.Globalization;

namespace HomsScreenings.Text;

/// <summary>Numbers, dates, times and codes as people type them in other scripts than Latin.</summary>
public static class Figures
{
    /// <summary>
    /// The same with the digits 0 to 9 for those of every script, and with the signs of ASCII for their full-width forms, the
    /// Arabic comma and decimal sign, and the minus of mathematics.
    /// </summary>
    public static string PlainFigures(this string text) => text.All(char.IsAscii) ? text : string.Concat(text.Select(Plain));

    /// <summary>0 to 9 for a digit of any script; anything else as it is.</summary>
    public static char PlainDigit(char c) =>
        !char.IsAscii(c) && char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;

    static char Plain(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - '\uFF01' + '!'),
        '\u3000' => ' ',
        '٫' => '.',
        '،' => ',',
        '\u2212' => '-',
        _ => PlainDigit(c),
    };
}
