using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Mail;

/// <summary>
/// Writes a <see cref="Letter"/> as HTML that any mail program shows: nothing is loaded from anywhere, nothing tells who
/// reads, the colours are the reader's own in light and in dark, and without the few rules of style it reads as well.
/// </summary>
public static class LetterHtml
{
    const string Style = """
        :root { color-scheme: light dark; }
        body { max-width: 36rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; line-height: 1.25; }
        h2 { margin-top: 2rem; font-size: 1.125rem; }
        h3 { font-size: 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; }
        th, td { padding: .25rem 0; padding-inline-end: 1rem; text-align: start; vertical-align: top; }
        .main a { display: inline-block; padding: .5rem 1rem; border: 2px solid; border-radius: 4px; font-weight: bold; }
        blockquote { margin: .5rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid; white-space: pre-line; }
        div blockquote { white-space: normal; }
        footer { margin-top: 2rem; border-top: 1px solid; font-size: .875rem; }
        """;

    /// <summary>By which a page can be allowed this style and no other (Content-Security-Policy, 'sha256-…').</summary>
    public static string StyleHash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"\n{Style}\n".ReplaceLineEndings("\n"))));

    const int BelowTheTitle = 2;

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Letter letter) => letter.Language.Speaking(() =>
    {
        var html = new StringBuilder();
        html.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{letter.Language.Tag}" dir="{letter.Language.Direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>{Safe(letter.Subject)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>

            """);
        foreach (var part in letter.Parts) Append(html, part);
        html.Append("</main>\n<footer>\n");
        foreach (var part in letter.Footer) Append(html, part);
        return html.Append("</footer>\n</body>\n</html>\n").ToString();
    });

    static void Append(StringBuilder html, LetterPart part)
    {
        switch (part)
        {
            case Paragraph paragraph: html.Append("<p>").Append(Safe(paragraph.Text)).Append("</p>\n"); break;
            case Heading heading:
                var level = heading.IsTitle ? "h1" : "h2";
                html.Append('<').Append(level).Append('>').Append(Safe(heading.Text)).Append("</").Append(level).Append(">\n");
                break;
            case ListItem item:
                html.Append("<p><a href=\"").Append(Safe(item.Address)).Append("\"><bdi>").Append(Safe(item.Title)).Append("</bdi></a>");
                foreach (var line in item.Lines) html.Append("<br>\n").Append(Safe(line));
                html.Append("</p>\n");
                break;
            case FactTable facts: Append(html, facts); break;
            case Link link:
                html.Append(link.IsMain ? "<p class=\"main\">" : "<p>").Append("<a href=\"").Append(Safe(link.Address)).Append("\">")
                    .Append(Safe(link.Label)).Append("</a></p>\n");
                break;
            case FormattedText text:
                var attributes = text.OtherLanguage is { } tag ? $" lang=\"{Safe(tag)}\" dir=\"auto\"" : "";
                html.Append("<div").Append(attributes).Append('>')
                    .Append(MarkdownText.ToHtml(text.Markdown, BelowTheTitle)).Append("</div>\n");
                break;
            case Quote quote:
                html.Append("<p>").Append(Safe(quote.Label)).Append("</p>\n<blockquote dir=\"auto\">")
                    .Append(Safe(quote.Text.ReplaceLineEndings("\n"))).Append("</blockquote>\n");
                break;
        }
    }

    static void Append(StringBuilder html, FactTable facts)
    {
        html.Append("<table>\n");
        if (facts.HaveChanged)
            html.Append("<tr><td></td><th scope=\"col\">").Append(Safe(T("Now"))).Append("</th><th scope=\"col\">")
                .Append(Safe(T("Previously"))).Append("</th></tr>\n");
        foreach (var fact in facts.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Safe(fact.Label)).Append("</th><td><bdi>")
                .Append(Safe(fact.Value)).Append("</bdi></td>");
            if (facts.HaveChanged) html.Append("<td><bdi>").Append(Safe(fact.Before ?? "")).Append("</bdi></td>");
            html.Append("</tr>\n");
        }
        html.Append("</table>\n");
    }

    static string Safe(string text) => Encoder.Encode(text);
}
