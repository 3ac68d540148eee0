using System.Globalization;
using System.Text;
using HomsScreenings.Text;

namespace HomsScreenings.Records;

/// <summary>The readable last part of an address: Latin letters, digits and single hyphens, at most <see cref="MaxLength"/> long.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    public static bool IsWellFormed(string? slug) =>
        slug is { Length: > 0 and <= MaxLength } && slug[0] != '-' && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>
    /// A slug for a name. Latin letters lose their accents, Arabic ones are transliterated letter by letter (short
    /// vowels are not written, so 'حمص' reads 'hms'), and those of some other scripts too; the first text that leaves at least two
    /// letters or digits wins, or the one that it has.
    /// </summary>
    /// <returns>A well-formed slug, or <paramref name="fallback"/> where no text leaves anything.</returns>
    public static string From(string fallback, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            var slug = Latin(text ?? "");
            if (slug.Length >= 2 || (slug.Length == 1 && text!.Count(char.IsLetterOrDigit) == 1)) return slug; // 'M' is a film
        }
        return fallback;
    }

    /// <summary>The same with a number that tells it from its namesakes, cut so that both fit: 'return-to-homs-2'.</summary>
    public static string Numbered(string slug, int number)
    {
        var tail = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return slug[..Math.Min(slug.Length, MaxLength - tail.Length)].TrimEnd('-') + tail;
    }

    /// <summary>How the numbered ones of a slug begin.</summary>
    public static string BeginningOfNumbered(string slug) =>
        slug.Length <= MaxLength - MaxTail ? $"{slug}-" : slug[..(MaxLength - MaxTail)].TrimEnd('-');

    const int MaxTail = 10; // leaves room for a number that tells namesakes apart

    static string Latin(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Decomposed(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
                || c is '\'' or '’' or 'ـ') continue;
            var letters = Letters(char.ToLowerInvariant(c));
            if (letters is null) { if (slug.Length > 0 && slug[^1] != '-') slug.Append('-'); }
            else slug.Append(letters);
        }
        return Shorten(slug.ToString().Trim('-'));
    }

    // Cut at a hyphen where there is one, so that no half word is left.
    static string Shorten(string slug)
    {
        const int most = MaxLength - MaxTail;
        if (slug.Length <= most) return slug;
        var cut = slug.LastIndexOf('-', most);
        return slug[..(cut > most / 2 ? cut : most)].Trim('-');
    }

    static string? Letters(char c) => c switch
    {
        (>= 'a' and <= 'z') or (>= '0' and <= '9') => c.ToString(),
        >= '٠' and <= '٩' => ((char)(c - '٠' + '0')).ToString(),
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '&' => null,
        'ا' or 'ٱ' => "a",
        'ب' => "b",
        'ت' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' => "h",
        'خ' => "kh",
        'د' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' => "z",
        'س' => "s",
        'ش' => "sh",
        'ص' => "s",
        'ض' => "d",
        'ط' => "t",
        'ظ' => "z",
        'ع' => "a",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ه' => "h",
        'و' => "w",
        'ي' => "y",
        'ى' => "a",
        'ة' => "a",
        'ء' => "",
        'پ' => "p",
        'چ' => "ch",
        'ژ' => "zh",
        'گ' => "g",
        _ => Transliteration.Of(c),
    };
}
