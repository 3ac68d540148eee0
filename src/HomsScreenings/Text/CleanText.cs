using System.Globalization;
using System.Text;

namespace HomsScreenings.Text;

/// <summary>
/// Text that comes from outside, made clean before anything else sees it. What is no text goes: control characters, halves
/// of surrogate pairs, code points that are no characters; and the marks that force letters out of their order or bracket
/// them, for one that is left open turns what stands after it (Unicode Standard Annex 9). Characters that a later version of
/// Unicode has, and this program does not know yet, stay.
/// </summary>
public static class CleanText
{
    /// <summary>
    /// The same without blanks around it; line ends become one kind, and blanks where one line is asked for; nothing becomes null.
    /// </summary>
    public static string? Of(string? typed, bool inLines = true)
    {
        if (typed is null) return null;
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes()) // a half surrogate comes out as U+FFFD
            if (rune.Value == '\t' || (rune.Value == '\n' && !inLines)) clean.Append(' ');
            else if (rune.Value == '\n' || !(IsNoText(rune) || IsOrderMark(rune.Value))) clean.Append(rune.ToString());
        var text = clean.ToString().Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Whether there is something in it that no page, feed or calendar can show; line ends and tabs can be shown.</summary>
    public static bool HasNoText(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value is not ('\n' or '\r' or '\t') && IsNoText(rune));

    /// <summary>The same without what XML 1.0 has no way to write.</summary>
    public static string WithoutNoText(string text) => HasNoText(text)
        ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\n' or '\t' || !IsNoText(rune)))
        : text.Replace("\r", "", StringComparison.Ordinal);

    /// <summary>The same without the marks that force letters out of their order.</summary>
    public static string WithoutOrderMarks(string text) =>
        text.Any(c => IsOrderMark(c)) ? string.Concat(text.Where(c => !IsOrderMark(c))) : text;

    static bool IsNoText(Rune rune) => Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    // Embeddings, overrides and isolates. Marks that only say how they are read themselves (LRM, RLM, ALM) are left.
    static bool IsOrderMark(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
