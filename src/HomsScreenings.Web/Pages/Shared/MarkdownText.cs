using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>
/// What organisers write, as HTML (CommonMark). Nothing they type can become markup of its own: raw HTML is text, links
/// lead to the web or to a mailbox or are none, and pictures are their descriptions, for pages ask no other host.
/// </summary>
public static class MarkdownText
{
    // The page's own headings are the first and the second.
    const int FirstHeading = 3;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string ToHtml(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        DemoteHeadings(document);
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
        var plain = string.Join(' ', Markdown.ToPlainText(text, Pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length <= most) return plain;
        var cut = plain.LastIndexOf(' ', most);
        return plain[..(cut > 0 ? cut : most)] + "…";
    }

    // No level is left out on the way down, whatever was typed: who listens to a page finds their way by its headings.
    static void DemoteHeadings(MarkdownDocument document)
    {
        var above = FirstHeading - 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
            above = heading.Level = Math.Min(Math.Min(heading.Level + FirstHeading - 1, above + 1), 6);
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
