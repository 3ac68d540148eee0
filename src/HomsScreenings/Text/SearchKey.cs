using System.Globalization;
using System.Text;

namespace HomsScreenings.Text;

/// <summary>
/// The form in which names are compared: lower case, no accents, and Arabic letters that readers take for one
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
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == Tatweel) continue;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) { gap = c is not ('\'' or '’'); continue; }
            if (gap && key.Length > start) key.Append(' ');
            gap = false;
            key.Append(Fold(c));
        }
    }

    const char Tatweel = 'ـ';

    // Decomposition has already taken the hamza and madda off alef, waw and ya.
    static string Fold(char c) => c switch
    {
        'ى' => "ي",
        'ة' => "ه",
        'ٱ' => "ا",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        _ => char.ToLowerInvariant(c).ToString(),
    };
}
