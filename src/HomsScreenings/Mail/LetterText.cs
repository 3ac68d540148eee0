using System.Text;
using System.Text.RegularExpressions;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Mail;

/// <summary>Writes a <see cref="Letter"/> as plain text: lines that fit everywhere, and each link alone on its line.</summary>
public static partial class LetterText
{
    // What RFC 3676 (4.2) advises, so that a line that is quoted a few times still fits.
    const int MaxColumns = 72;

    /// <summary>The text, with line feeds; the sender makes them what mail wants.</summary>
    public static string Write(Letter letter) => letter.Language.Speaking(() =>
    {
        var text = new StringBuilder();
        foreach (var part in letter.Parts) Append(text, part);
        text.Append("-- \n"); // by which programs know what is no part of the message (RFC 3676, 4.3)
        foreach (var part in letter.Footer) Append(text, part);
        return text.ToString().TrimEnd('\n') + "\n";
    });

    static void Append(StringBuilder text, LetterPart part)
    {
        switch (part)
        {
            case Paragraph paragraph: Wrap(text, paragraph.Text, "", ""); break;
            case Heading heading: Wrap(text, heading.Text, "== ", "   "); break;
            case ListItem item:
                Wrap(text, item.Title, "* ", "  ");
                foreach (var line in item.Lines) Wrap(text, line, "  ", "  ");
                text.Append("  ").Append(item.Address).Append('\n');
                break;
            case FactTable facts:
                foreach (var fact in facts.Rows)
                {
                    Wrap(text, T("{0}: {1}", fact.Label, fact.Value), "", "  ");
                    if (fact.Before is { } before) Wrap(text, T("{0}: {1}", T("Previously"), before), "  ", "    ");
                }
                break;
            case Link link:
                Wrap(text, link.Label, "", "");
                text.Append(link.Address).Append('\n');
                break;
            case FormattedText formatted:
                foreach (var line in formatted.Markdown.ReplaceLineEndings("\n").Trim('\n').Split('\n')) WrapIndented(text, line);
                break;
            case Quote quote:
                Wrap(text, quote.Label, "", "");
                foreach (var line in quote.Text.ReplaceLineEndings("\n").Split('\n')) Wrap(text, line, "> ", "> ");
                break;
        }
        text.Append('\n');
    }

    // Markdown is made to be read as text; what a list or a quotation begins with stands before its other lines as blanks.
    static void WrapIndented(StringBuilder text, string line)
    {
        var words = line.AsSpan().TrimStart();
        var indent = line[..(line.Length - words.Length)];
        var mark = ListMark().Match(words.ToString()).Length;
        Wrap(text, words.ToString(), indent, indent + new string(' ', mark));
    }

    const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^([-*+>]|\d{1,9}[.)])\s+", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();

    static void Wrap(StringBuilder text, string line, string first, string next)
    {
        var columns = first.Length;
        text.Append(first);
        var isFirst = true;
        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirst && columns + 1 + word.Length > MaxColumns)
            {
                text.Append('\n').Append(next);
                columns = next.Length;
            }
            else if (!isFirst)
            {
                text.Append(' ');
                columns++;
            }
            text.Append(word);
            columns += word.Length;
            isFirst = false;
        }
        text.Append('\n');
    }
}
