using System.Globalization;
using System.Text;

namespace HomsScreenings.Text;

/// <summary>
/// Text that comes from outside, made clean before anything else sees it. What is no text goes: control characters, halves
/// of surrogate pairs, code points that are no characters; and the marks that force letters out of their order or bracket
/// them, for one that is left open turns what stands after it (Unicode Standard Annex 9); and more marks upon a letter than any language
/// has. What nobody can see is nothing. Characters that a later version of
/// Unicode has, and this program does not know yet, stay.
/// </summary>
public static class CleanText
{
    // Upon one letter. No language piles up more, and hundreds of them are drawn across the whole page.
    const int MaxMarks = 10;

    /// <summary>
    /// The same without blanks around it; line ends become one kind, and blanks where one line is asked for; nothing becomes null.
    /// </summary>
    public static string? Of(string? typed, bool inLines = true)
    {
        if (typed is null) return null;
        var (clean, marks) = (new StringBuilder(typed.Length), 0);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes()) // a half surrogate comes out as U+FFFD
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) marks++;
            else if (category != UnicodeCategory.Format) marks = 0;
            if (marks > MaxMarks) continue;
            if (rune.Value == '\t' || (rune.Value == '\n' && !inLines)) clean.Append(' ');
            else if (rune.Value == '\n' || !(IsNoText(rune) || IsOrderMark(rune.Value))) clean.Append(rune.ToString());
        }
        var text = clean.ToString().Trim();
        return IsSeen(text) ? text : null;
    }

    /// <summary>Whether there is anything in it that somebody can see.</summary>
    static bool IsSeen(string text) => text.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && !IsFiller(rune.Value));

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

    // What takes a place and has no shape: fillers of Hangul, the blank pattern of Braille, the joiner and the selectors of shapes.
    static bool IsFiller(int character) => character is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Embeddings, overrides and isolates. Marks that only say how they are read themselves (LRM, RLM, ALM) are left.
    static bool IsOrderMark(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
