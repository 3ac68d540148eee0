using System.Globalization;
using System.Text;

namespace HomsScreenings.Text.Languages;

/// <summary>
/// A gettext catalogue ('Portable Object', GNU gettext manual, 'The Format of PO Files'): English texts and their
/// translations, with as many plural forms as its header says.
/// </summary>
public sealed class Catalogue
{
    readonly Dictionary<string, string[]> _entries = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    PluralRule _plural = PluralRule.English;

    /// <summary>The English texts that it translates.</summary>
    public IEnumerable<string> Known => _entries.Keys;

    /// <summary>How many plural forms its header speaks of.</summary>
    public int PluralForms => _plural.Forms;

    /// <summary>One without translations, for the language of the sources.</summary>
    public static Catalogue Empty(string name, string culture)
    {
        var catalogue = new Catalogue();
        (catalogue._headers["X-Name"], catalogue._headers["X-Culture"]) = (name, culture);
        return catalogue;
    }

    /// <summary>A line of the header; null where there is none of the name.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>The translation; null where there is none.</summary>
    public string? Find(string english) => _entries.GetValueOrDefault(english)?[0];

    /// <summary>All forms of a translation, in the order of the plural rule; a text that goes with no number has one.</summary>
    public IReadOnlyList<string> Forms(string english) => _entries.GetValueOrDefault(english, []);

    /// <summary>The form that goes with the number; null where there is no translation.</summary>
    public string? Find(string one, int number) =>
        _entries.GetValueOrDefault(one) is { } forms ? forms[Math.Min(_plural.FormOf(number), forms.Length - 1)] : null;

    /// <summary>Reads a file; what is marked as fuzzy or is not translated yet counts as not there.</summary>
    /// <exception cref="FormatException">The file is not in the format; the message names the line.</exception>
    public static Catalogue Read(string text)
    {
        var catalogue = new Catalogue();
        var entry = new Entry();
        var (number, isFuzzy, nextIsFuzzy) = (0, false, false);
        StringBuilder? into = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Append("msgid \"\""))
        {
            number++;
            if (line.StartsWith("#,", StringComparison.Ordinal)) nextIsFuzzy |= line.Contains("fuzzy", StringComparison.Ordinal);
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != '"')
            {
                var (keyword, rest) = Split(line, number);
                if (keyword == "msgid")
                {
                    catalogue.Take(entry, isFuzzy);
                    (entry, isFuzzy, nextIsFuzzy) = (new Entry(), nextIsFuzzy, false);
                }
                into = entry.Part(keyword, number);
                into.Append(Unquote(rest, number));
            }
            else (into ?? throw Wrong(number)).Append(Unquote(line, number));
        }
        return catalogue;
    }

    void Take(Entry entry, bool isFuzzy)
    {
        if (entry.English.Length == 0)
        {
            if (entry.Forms.Count > 0) TakeHeader(entry.Forms[0].ToString());
            return;
        }
        var forms = entry.Forms.Values.Select(f => f.ToString()).ToArray();
        if (!isFuzzy && forms.Length > 0 && forms.All(f => f.Length > 0)) _entries[entry.English.ToString()] = forms;
    }

    void TakeHeader(string header)
    {
        foreach (var line in header.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) _headers[line[..colon]] = line[(colon + 1)..].Trim();
        if (Header("Plural-Forms") is { } rule) _plural = PluralRule.Read(rule);
    }

    static (string Keyword, string Quoted) Split(string line, int number)
    {
        var quote = line.IndexOf('"', StringComparison.Ordinal);
        return quote > 0 ? (line[..quote].Trim(), line[quote..]) : throw Wrong(number);
    }

    static string Unquote(string quoted, int number)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"') throw Wrong(number);
        var text = new StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\') text.Append(quoted[i]);
            else text.Append(quoted[++i] switch { 'n' => '\n', 't' => '\t', var other => other });
        }
        return text.ToString();
    }

    static FormatException Wrong(int line) => new($"Line {line} is not in the PO format.");

    sealed class Entry
    {
        public StringBuilder English { get; } = new();
        public SortedDictionary<int, StringBuilder> Forms { get; } = [];

        public StringBuilder Part(string keyword, int line) => keyword switch
        {
            "msgid" => English,
            "msgid_plural" => new StringBuilder(), // the number decides; the singular is the key
            "msgstr" => Form(0),
            _ when keyword.StartsWith("msgstr[", StringComparison.Ordinal) && keyword.EndsWith(']')
                && int.TryParse(keyword[7..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var form) => Form(form),
            _ => throw Wrong(line),
        };

        StringBuilder Form(int number) => Forms.TryGetValue(number, out var form) ? form : Forms[number] = new StringBuilder();
    }
}
