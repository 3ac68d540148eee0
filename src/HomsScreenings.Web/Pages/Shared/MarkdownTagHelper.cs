using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>
/// Shows what an organiser wrote: &lt;markdown text="…" language="…"&gt;; nothing at all where there is no text. In
/// another language than the one that is spoken it says so before the text.
/// </summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    public string? Text { get; set; }

    /// <summary>The BCP 47 tag of the text, where that is not the language that is spoken; without it the letters tell.</summary>
    public string? Language { get; set; }

    /// <summary>The level of its first heading, one below that under which the text stands.</summary>
    public int FirstHeading { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        output.Attributes.SetAttribute("dir", "auto");
        var language = Language ?? LocalizedText.LanguageOf(Text);
        if (LocalizedTextTagHelper.MarkLanguage(output, language))
            output.PreElement.SetHtmlContent("<p class=\"fallback-note\">")
                .Append(LocalizedTextTagHelper.Note(language!)).AppendHtml("</p>");
        output.Content.SetHtmlContent(MarkdownText.ToHtml(Text, FirstHeading));
    }
}
