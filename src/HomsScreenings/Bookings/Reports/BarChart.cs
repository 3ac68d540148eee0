using System.Globalization;
using System.Text;
using System.Xml;

namespace HomsScreenings.Bookings.Reports;

/// <summary>A bar: what it is of, how long it is, and the same in words.</summary>
/// <param name="Whole">What it is a part of, drawn as a frame around it; null for none.</param>
/// <param name="Words">The number, as it is written beside the name: '62 of 80'.</param>
public sealed record Bar(string Name, decimal Value, decimal? Whole, string Words);

/// <summary>
/// Draws bars as SVG. Each has its name and number above it at the size of the page's own text, for only lengths go
/// with the width of the page; so it is read on a telephone and on paper, and says nothing by colour alone. The same
/// bars give the same text; it holds no style, which the site's policy forbids, only classes.
/// </summary>
public static class BarChart
{
    const int WordsAt = 17, LineHeight = 18, BarAt = 25, BarHeight = 13, RowHeight = 44;
    // So many characters are seen whole on the narrowest telephone.
    const int MaxLineLength = 34;

    /// <param name="id">Of its own on the page.</param>
    /// <param name="title">What the chart is called by those who do not see it.</param>
    /// <param name="description">What it shows, in a sentence or two.</param>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static string Draw(string id, string title, string description, IReadOnlyList<Bar> bars)
    {
        if (bars.Count == 0) throw new ArgumentException("A chart without a bar says nothing.", nameof(bars));
        var most = bars.Max(b => Math.Max(b.Value, b.Whole ?? 0));
        var lines = bars.Select(LinesOf).ToList();
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            svg.WriteStartElement("svg");
            Attributes(svg, ("class", "chart"), ("role", "img"),
                ("aria-labelledby", $"{id}-title {id}-about"), ("width", "100%"), ("height", Number(lines.Sum(HeightOf))));
            Words(svg, "title", title, ("id", $"{id}-title"));
            Words(svg, "desc", description, ("id", $"{id}-about"));
            var top = 0;
            foreach (var (bar, name) in bars.Zip(lines))
            {
                Draw(svg, bar, name, top, most);
                top += HeightOf(name);
            }
            svg.WriteEndElement();
        }
        return text.ToString();
    }

    static int HeightOf(List<string> lines) => RowHeight + ((lines.Count - 1) * LineHeight);

    static void Draw(XmlWriter svg, Bar bar, List<string> name, int top, decimal most)
    {
        svg.WriteStartElement("text");
        Attributes(svg, ("x", "0"), ("y", Number(top + WordsAt)));
        Words(svg, "tspan", bar.Words, ("class", "chart-number"));
        Words(svg, "tspan", name[0], ("dx", "8"));
        foreach (var line in name.Skip(1)) Words(svg, "tspan", line, ("x", "0"), ("dy", Number(LineHeight)));
        svg.WriteEndElement();
        top += HeightOf(name) - RowHeight;
        if (bar.Whole is { } whole) Rectangle(svg, "chart-whole", top, whole, most);
        Rectangle(svg, "chart-bar", top, bar.Value, most);
    }

    static void Rectangle(XmlWriter svg, string kind, int top, decimal value, decimal most)
    {
        svg.WriteStartElement("rect");
        Attributes(svg, ("class", kind), ("x", "0"), ("y", Number(top + BarAt)),
            ("width", $"{Number(most == 0 ? 0 : decimal.Round(100 * value / most, 2))}%"), ("height", Number(BarHeight)));
        svg.WriteEndElement();
    }

    static void Words(XmlWriter svg, string element, string words, params IEnumerable<(string, string)> attributes)
    {
        svg.WriteStartElement(element);
        Attributes(svg, attributes);
        svg.WriteString(words);
        svg.WriteEndElement();
    }

    static void Attributes(XmlWriter svg, params IEnumerable<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) svg.WriteAttributeString(name, value);
    }

    // SVG breaks no lines by itself. The first has the number before it; what follows a break in an earlier line keeps its blank there.
    static List<string> LinesOf(Bar bar)
    {
        List<string> lines = [""];
        var room = MaxLineLength - LengthOf(bar.Words) - 1;
        foreach (var word in bar.Name.Split(' ').SelectMany(Pieces))
        {
            if (lines[^1].Length == 0 && lines.Count == 1 && LengthOf(word) <= room) lines[0] = word;
            else if (lines[^1].Length > 0 && LengthOf(lines[^1]) + 1 + LengthOf(word) <= room) lines[^1] += $" {word}";
            else
            {
                lines.Add(word);
                room = MaxLineLength;
            }
        }
        return lines;
    }

    // A word that is longer than a line is broken between characters as people count them.
    static IEnumerable<string> Pieces(string word)
    {
        var characters = new StringInfo(word);
        for (var from = 0; from < characters.LengthInTextElements; from += MaxLineLength)
            yield return characters.SubstringByTextElements(from, Math.Min(MaxLineLength, characters.LengthInTextElements - from));
    }

    static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
