using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>Shows what an organiser wrote: &lt;markdown text="…"&gt;; nothing at all where there is no text.</summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    public string? Text { get; set; }

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
        output.Content.SetHtmlContent(MarkdownText.ToHtml(Text));
    }
}
