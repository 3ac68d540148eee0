using System.Globalization;

namespace HomsScreenings.Text.Languages;

/// <summary>
/// What the site says, in the language that is spoken now. The English sentence is the key: a whole sentence with
/// places for what is put in, never one made of pieces. A test finds every such call and asks each language for it.
/// </summary>
public static class Texts
{
    // First strong isolate and its end (Unicode Standard Annex 9): the direction of what is put in stays its own affair.
    const char Isolate = '\u2068', EndOfIsolate = '\u2069';

    /// <summary>A sentence.</summary>
    /// <param name="english">In English, with {0}, {1} … for what is put in.</param>
    /// <param name="parts">Numbers get the digits of the language; text keeps its own direction.</param>
    public static string T(string english, params ReadOnlySpan<object?> parts) =>
        Fill(Language.Current, Language.Current.Translate(english), parts);

    /// <summary>A sentence whose form goes with a number, which is {0}.</summary>
    /// <param name="parts">What else is put in, from {1} on.</param>
    public static string N(int number, string one, string other, params ReadOnlySpan<object?> parts) =>
        Fill(Language.Current, Language.Current.Translate(number, one, other), [number, .. parts]);

    /// <summary>A number in the digits of the language.</summary>
    public static string Number(int number) => Language.Current.Digits(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>'A, B and C' in the language's manner.</summary>
    public static string And(IEnumerable<string> names)
    {
        var list = names.ToList();
        return list.Count switch
        {
            0 => "",
            1 => list[0],
            _ => T("{0} and {1}", Listed(list[..^1]), list[^1]),
        };
    }

    /// <summary>'A, B, C' in the language's manner; what is not known is left out.</summary>
    public static string Listed(params IEnumerable<string?> parts) =>
        string.Join(T(", "), parts.Where(p => !string.IsNullOrEmpty(p)).Select(Word));

    /// <summary>What is put into a sentence: numbers in the digits of the language, text that keeps its own direction.</summary>
    public static string Word(object? part) => Word(Language.Current, part);

    static string Word(Language language, object? part) => part switch
    {
        string text => language.IsRightToLeft && NeedsIsolation(text) ? $"{Isolate}{text}{EndOfIsolate}" : text,
        IFormattable number => language.Digits(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => part?.ToString() ?? "",
    };

    // What is put together from isolated parts has the direction of the language already. Programs make a link of a whole
    // address, which would swallow a mark at its end.
    static bool NeedsIsolation(string text) =>
        text.Any(char.IsAsciiLetter) && !text.Contains(Isolate) && !text.Contains("://", StringComparison.Ordinal);

    static string Fill(Language language, string text, ReadOnlySpan<object?> parts)
    {
        if (parts.Length == 0) return text;
        var words = new object?[parts.Length];
        for (var i = 0; i < parts.Length; i++) words[i] = Word(language, parts[i]);
        return string.Format(CultureInfo.InvariantCulture, text, words);
    }
}
