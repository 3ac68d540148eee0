using System.Globalization;
using System.Text;

namespace HomsScreenings.Text;

/// <summary>
/// The form in which names are compared: lower case, no accents, the digits 0 to 9, and Arabic letters that readers take for one
/// another made one. Stored beside the name, so that no database's collation decides what is found.
/// </summary>
public static class SearchKey
{
    public static string Of(params ReadOnlySpan<string?> texts)
    {
        var key = new StringBuilder();
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (key.Length > 0) key.Append(' ');
            Append(key, text);
        }
        return key.ToString();
    }

    /// <summary>The words of a search, each in key form; at most eight, for nobody types more and a machine may.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        [.. Of(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(8)];

    static void Append(StringBuilder key, string text)
    {
        var gap = false;
        var start = key.Length;
        foreach (var c in WithFractionsApart(text).Decomposed(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == Tatweel) continue;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) { gap = c is not ('\'' or '’'); continue; }
            if (gap && key.Length > start) key.Append(' ');
            gap = false;
            key.Append(Fold(Figures.PlainDigit(char.ToLowerInvariant(c))));
        }
    }

    // '8½' is '8 1/2', and neither is 81 of something.
    static string WithFractionsApart(string text) => !text.Any(IsFraction) ? text
        : string.Concat(text.Select(c => IsFraction(c) ? $" {c}" : c.ToString()));

    static bool IsFraction(char c) => c is (>= '¼' and <= '¾') or (>= '\u2150' and <= '\u215F') or '\u2189';

    const char Tatweel = 'ـ';

    // In lower case already; and decomposition has taken the hamza and madda off alef, waw and ya.
    static string Fold(char c) => c switch
    {
        'ى' => "ي",
        'ة' => "ه",
        'ٱ' => "ا",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        _ => c.ToString(),
    };
}
