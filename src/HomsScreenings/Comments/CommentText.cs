using System.Text.RegularExpressions;

namespace HomsScreenings.Comments;

/// <summary>A stretch of a comment.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="IsLink">Whether it is a whole web address.</param>
public sealed record CommentPart(string Text, bool IsLink);

/// <summary>The plain text of comments: paragraphs, lines, and the web addresses in it. Nothing else in it means anything.</summary>
public static partial class CommentText
{
    // What closes a sentence or a bracket after an address belongs to the sentence.
    const string Closing = ".,;:!?)]}»”’\"'،؛؟";

    /// <summary>How many web addresses stand in a text.</summary>
    public static int LinksIn(string text) => WebAddress().Count(text);

    /// <summary>The paragraphs, each of its lines.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Paragraphs(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => paragraph.Split('\n', StringSplitOptions.TrimEntries))];

    /// <summary>A line in its parts: words, and the addresses between them.</summary>
    public static IReadOnlyList<CommentPart> Parts(string line)
    {
        var parts = new List<CommentPart>();
        var at = 0;
        foreach (var match in WebAddress().Matches(line).Cast<Match>())
        {
            var address = match.Value.TrimEnd(Closing.ToCharArray());
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0) continue;
            if (match.Index > at) parts.Add(new(line[at..match.Index], IsLink: false));
            parts.Add(new(address, IsLink: true));
            at = match.Index + address.Length;
        }
        if (at < line.Length) parts.Add(new(line[at..], IsLink: false));
        return parts;
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();
}
