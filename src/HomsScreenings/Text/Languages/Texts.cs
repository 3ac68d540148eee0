using System.Globalization;
using System.Text;

namespace HomsScreenings.Text.Languages;

/// <summary>
/// What the site says, in the language that is spoken now. The English sentence is the key: a whole sentence with
/// places for what is put in, never one made of pieces. A test finds every such call and asks each language for it.
/// </summary>
public static class Texts
{
    // First strong isolate and its end (Unicode Standard Annex 9): the direction of what is put in stays its own affair.
    const char Isolate = '\u2068', EndOfIsolate = '\u2069';

    /// <summary>A space at which no line ends.</summary>
    public const char NoBreakSpace = '\u00A0';

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

    /// <summary>'A, B and C' in the language's manner: how it joins three says how it joins any number.</summary>
    public static string And(IEnumerable<string> names)
    {
        var list = names.ToList();
        if (list.Count < 2) return list.Count == 0 ? "" : list[0];
        var three = T("{0}, {1} and {2}");
        var (each, last) = (Between(three, "{0}", "{1}"), Between(three, "{1}", "{2}"));
        var text = new StringBuilder(Word(list[0]));
        foreach (var (i, name) in list.Index().Skip(1)) text.Append(Linked(i == list.Count - 1 ? last : each, Word(name)));
        return text.ToString();
    }

    static string Between(string text, string from, string to) =>
        text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..text.IndexOf(to, StringComparison.Ordinal)];

    // A letter that is written together with the next word, as the Arabic 'and', stands apart from one in other letters.
    static string Linked(string link, string word) =>
        char.IsLetter(link[^1]) && word[0] == Isolate ? $"{link}{NoBreakSpace}{word}" : link + word;

    /// <summary>
    /// 'The Mall, SW1Y 5AH': the parts of one name or address. Where they are written in the letters of another direction they
    /// are one run of it, with its commas; what is not known is left out.
    /// </summary>
    public static string Together(params IEnumerable<string?> parts)
    {
        var known = parts.Where(p => !string.IsNullOrEmpty(p)).ToList();
        var text = string.Join(", ", known);
        return Comma(text) == ", " ? Word(text) : Listed(known);
    }

    /// <summary>The comma between the parts of a name or address, with its space.</summary>
    /// <param name="text">Some or all of it.</param>
    public static string Comma(string text) =>
        Language.Current.IsRightToLeft && NeedsIsolation(text) && !text.Any(IsRightToLeft) ? ", " : T(", ");

    // Hebrew, Arabic and the scripts between them in Unicode.
    static bool IsRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF';

    /// <summary>'Screen 1' with a space at which no line ends.</summary>
    public static string Unbroken(string name) =>
        name.LastIndexOf(' ') is > 0 and var at && name.Length - at <= 4 ? $"{name[..at]}{NoBreakSpace}{name[(at + 1)..]}" : name;

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
