using System.Text;
using HomsScreenings.Text;

namespace HomsScreenings.Films;

/// <summary>A line on a poster.</summary>
/// <param name="Y">Its baseline, in the units of <see cref="PosterArt"/>.</param>
/// <param name="Size">The height of its letters, in the same.</param>
public sealed record PosterLine(string Text, int Y, int Size);

/// <summary>A title and a year, broken into lines that stand at the foot of a poster.</summary>
/// <param name="Direction">'ltr' or 'rtl', by the first letter of the title.</param>
public sealed record PosterTitle(IReadOnlyList<PosterLine> Lines, string Direction)
{
    const int Foot = 306, Margin = 14, YearSize = 15, MaxLines = 4;

    // What a letter of a bold serif takes on average, in parts of its height.
    const double WidthOfLetter = 0.54;

    public static PosterTitle Of(string title, string? year)
    {
        var size = title.Length switch { <= 12 => 32, <= 30 => 25, <= 60 => 20, _ => 17 };
        var inLine = (int)((PosterArt.PosterWidth - (2 * Margin)) / (size * WidthOfLetter));
        var words = Broken(title, inLine);
        var lines = new List<PosterLine>();
        var y = year is null ? Foot : Foot - YearSize - 6;
        for (var i = words.Count - 1; i >= 0; i--, y -= size * 23 / 20) lines.Insert(0, new(words[i], y, size));
        if (year is not null) lines.Add(new(year, Foot, YearSize));
        return new(lines, IsRightToLeft(title) ? "rtl" : "ltr");
    }

    static List<string> Broken(string title, int inLine)
    {
        var lines = new List<StringBuilder> { new() };
        foreach (var word in title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > inLine) lines.Add(new());
            if (lines[^1].Length > 0) lines[^1].Append(' ');
            lines[^1].Append(word);
        }
        var fitting = lines.Take(MaxLines).Select(line => Cut(line.ToString(), inLine)).ToList();
        if (lines.Count > MaxLines) fitting[^1] = Cut(fitting[^1] + "…", inLine);
        return fitting;
    }

    // A word that is longer than a line, and what does not fit into the last one.
    static string Cut(string line, int inLine) => line.Length <= inLine ? line : line.TrimEnd('…').CutTo(inLine - 1).TrimEnd() + "…";

    static bool IsRightToLeft(string title) =>
        title.FirstOrDefault(char.IsLetter) is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC');
}
