using System.Globalization;
using System.Text;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>Text as nobody types it, from one seed: the same seed gives the same.</summary>
sealed class Mutation(int seed)
{
    static readonly string[] Nasty =
    [
        "", " ", "\t", "\0", "\n", "\r\n", "\u200f", "\u202e", "\u2028", "\ufeff", "\ufffe", "\uffff", "\ud800", "\udc00a", "e\u0301",
        "😀", "\U0001F6D8", "花样年华", "حمص", "٢٠٢٧-٠٦-٠١", "١٢٫٥", "Ｆｕｌｌ", "İstanbul", "ǅ", "ﬁ", "Å", "ß", "ı",
        "0", "-1", "1", "007", "2147483647", "2147483648", "9223372036854775808", "9999999999", "1e309", "1e3", "NaN", "Infinity", "0x10",
        "12,50", "1.250", "1 000", "0.0000001", "-0", "2026-02-30", "0001-01-01", "9999-12-31", "2026-13-01", "26-1-1", "25:61", "24:00",
        "2026-06-27T20:30", "2026-W01", "Europe/London", "EST", "Etc/GMT+2", "51.5,-0.13", "91,181", ",", ";", "'", "\"", "`", "\\", "/",
            "//", "..",
        "../../etc/passwd", "%", "%%", "%zz", "%00", "%2500", "%0A", "{0}", "{", "}", "{{7*7}}", "[", "[a", "a[0].b", "a[", "]", "<b>",
            "</script>",
        "<!--", "]]>", "&amp;", "&#0;", "javascript:alert(1)", "data:,x", "http://[", "http://a..b", "//elsewhere.test", "mailto:a@b",
            "a@b", "@",
        "x@x.example", "=1+1", "+49", "AND", "OR NOT *", "NEAR(a b)", "\"unended", "*", "a*", "-a", "(", "true", "null", "undefined", "on",
        Markup, $"a\r\n{Header}: 1", $"%0D%0A{Header}:%201", "\u0085", "\u00ad", "\u200d", "\u202a\u202b", "https://elsewhere.test",
        "/\\elsewhere.test", "///elsewhere.test", "\t//elsewhere.test", "-2147483648", "1,1", "+1", " 1 ", "1_000", "2026-06-31",
        "2026-06-01", "23:59", "00:00", "2026-03-29", "01:30", "Return to Homs (return-to-homs)", "x (y)", "(return-to-homs)",
        "+00:00", "P1D", "mul", "zxx", "en", "ar", "de", "xx-Latn-x", "desc", "free", "step-free", "2026", "26", "tour", "films",
        "screenings",
    ];

    static readonly string[] Repeated = ["a", ">", "[", "*", "_*", " ", "(", "1", "\u0301", "حم", "&", "=", ";", ",", "/", "%41", "`",
        "\n"];

    readonly Random _random = new(seed);

    public int Below(int max) => _random.Next(max);

    public bool OneIn(int n) => _random.Next(n) == 0;

    /// <summary>A piece of markup: where it comes back as it was sent, somebody's script would.</summary>
    public const string Markup = "'\"><x-fuzz>";

    /// <summary>The name of a header that nobody sets: an answer that has it was split by what somebody sent.</summary>
    public const string Header = "X-Fuzz-Split";

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A value in place of a good one, or the good one damaged.</summary>
    public string Value(string good) => _random.Next(8) switch
    {
        0 or 1 => Of(Nasty),
        2 => good + Of(Nasty),
        3 => Of(Nasty) + good,
        4 => good.Length == 0 ? Of(Nasty) : good.Insert(_random.Next(good.Length), Of(Nasty)),
        5 => string.Concat(Enumerable.Repeat(Of(Repeated), 1 << _random.Next(1, 12))),
        6 => Letters(),
        _ => good,
    };

    /// <summary>As it stands in an address: escaped as it should be, or not.</summary>
    public string Escaped(string text) => _random.Next(6) switch
    {
        0 => Raw(text),
        1 => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => b.ToString("'%'X2", CultureInfo.InvariantCulture)
            is var hex && hex.StartsWith('%') ? $"%{b:X2}" : hex)),
        2 => Percents(Escape(text)),
        _ => Escape(text),
    };

    static string Escape(string text) => Uri.EscapeDataString(text.Length > 8000 ? text[..8000] : text);

    // What a client cannot send as it is would not leave it: only what HTTP lets through stays raw.
    static string Raw(string text) => string.Concat(text.Select(c => c is > ' ' and < '\u007f' and not '#' and not '?' ? $"{c}"
        : Escape($"{c}")));

    // Escapes that end too early, twice escaped ones, and bytes that are no UTF-8.
    public string Percents(string text) => text + Of(new[] { "%", "%4", "%C3", "%ED%A0%80", "%FF%FE", "%25%32%35", "%u0041", "%c0%af" });

    string Letters()
    {
        var text = new StringBuilder();
        for (var i = _random.Next(1, 40); i > 0; i--)
            text.Append(_random.Next(4) switch
            {
                0 => (char)_random.Next(0x20, 0x7f),
                1 => (char)_random.Next(0x600, 0x6ff),
                2 => (char)_random.Next(0x10000),
                _ => (char)_random.Next('a', 'z'),
            });
        return text.ToString();
    }
}
