using System.Buffers;
using System.Text;

namespace HomsScreenings.Text;

/// <summary>Takes letters and their marks apart (Unicode Standard Annex 15), whatever somebody sends.</summary>
static class Decomposition
{
    const char NoCharacter = '\uFFFE';

    static readonly SearchValues<char> Suspicious =
        SearchValues.Create([NoCharacter, .. Enumerable.Range(0xD800, 0x800).Select(half => (char)half)]);

    /// <summary>The text in that form. What is no character, and half of one, for which the framework throws, becomes U+FFFD.</summary>
    public static string Decomposed(this string text, NormalizationForm form) =>
        (text.AsSpan().ContainsAny(Suspicious) ? Mended(text) : text).Normalize(form);

    static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) mended.Append((rune.Value == NoCharacter ? Rune.ReplacementChar : rune).ToString());
        return mended.ToString();
    }
}
