using System.Net;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HomsScreenings.Text;

/// <summary>
/// What organisers write, as HTML (CommonMark). Nothing they type can become markup of its own: raw HTML is text, links
/// lead to the web or to a mailbox or are none, and pictures are their descriptions, for pages ask no other host.
/// </summary>
public static class MarkdownText
{
    // The page's own headings are the first and the second, unless it says otherwise.
    const int FirstHeading = 3;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <param name="firstHeading">The level of its first heading: one below that under which the text stands.</param>
    public static string ToHtml(string text, int firstHeading = FirstHeading) =>
        Read(text, t => Html(t, firstHeading)) ?? PlainParagraphs(text);

    /// <summary>Whether it can be read as what it is: the reader follows marks within marks to some depth only.</summary>
    public static bool CanBeShown(string text) => Read(text, t => Html(t, FirstHeading)) is not null;

    // Whatever somebody typed takes no page down.
    static string? Read(string text, Func<string, string> read)
    {
        try { return read(text); }
        catch (ArgumentException) { return null; } // what it throws for more than some hundred levels
    }

    static string Html(string text, int firstHeading)
    {
        var document = Markdown.Parse(text, Pipeline);
        DemoteHeadings(document, firstHeading);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link, link.IsImage ? null : link.Url);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (link.IsEmail || IsAllowed(link.Url)) Mark(link);
            else link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <summary>The text without its marks, cut at a word, for descriptions in heads and lists.</summary>
    public static string? Plain(string? text, int most = 160)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = Read(text, marked => Markdown.ToPlainText(marked, Pipeline)) ?? text;
        var plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length <= most) return plain;
        var cut = plain.LastIndexOf(' ', most);
        return plain[..(cut > 0 ? cut : most)] + "…";
    }

    static string PlainParagraphs(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br />\n", StringComparison.Ordinal)}</p>\n"));

    // No level is left out on the way down, whatever was typed: who listens to a page finds their way by its headings.
    static void DemoteHeadings(MarkdownDocument document, int first)
    {
        var above = first - 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
            above = heading.Level = Math.Min(Math.Min(heading.Level + first - 1, above + 1), 6);
    }

    static void Tame(LinkInline link, string? url)
    {
        if (IsAllowed(url)) Mark(link);
        else link.ReplaceBy(new ContainerInline()); // its words move out of it
    }

    static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    static void Mark(MarkdownObject link) => link.GetAttributes().AddProperty("rel", "nofollow noopener");
}
