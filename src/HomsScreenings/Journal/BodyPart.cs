using System.Globalization;
using System.Text.RegularExpressions;
using HomsScreenings.Pictures;

namespace HomsScreenings.Journal;

/// <summary>A part of what somebody wrote: a text in Markdown, or one of the entry's own pictures.</summary>
/// <param name="Text">The text; null for a picture.</param>
/// <param name="Picture">The picture; null for a text.</param>
public sealed partial record BodyPart(string? Text, PictureLine? Picture)
{
    const int Patience = 200; // milliseconds
    const RegexOptions Options = RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // A line that holds nothing else: '![](2)' is the second picture of the entry.
    [GeneratedRegex(@"^[ ]{0,3}!\[[^\]\n]*\]\((?<number>\d{1,3})\)[ \t]*\r?$", Options, Patience)]
    private static partial Regex NumberedPicture();

    /// <summary>The parts of a body in their order; a picture that the entry does not have is left out.</summary>
    /// <param name="pictures">Those of the entry that may be shown, in their order.</param>
    public static IReadOnlyList<BodyPart> Of(string body, IReadOnlyList<PictureLine> pictures)
    {
        var (parts, from) = (new List<BodyPart>(), 0);
        foreach (Match line in NumberedPicture().Matches(body))
        {
            Add(body[from..line.Index]);
            from = line.Index + line.Length;
            var number = int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture);
            if (number >= 1 && number <= pictures.Count) parts.Add(new(null, pictures[number - 1]));
        }
        Add(body[from..]);
        return parts;

        void Add(string text)
        {
            if (!string.IsNullOrWhiteSpace(text)) parts.Add(new(text, null));
        }
    }
}
