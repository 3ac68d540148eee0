using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A link that somebody typed: &lt;a web-href="…"&gt;. It leads to the web or it leads nowhere, whatever was typed.</summary>
[HtmlTargetElement("a", Attributes = "web-href")]
public sealed class WebLinkTagHelper : TagHelper
{
    public string? WebHref { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Uri.TryCreate(WebHref, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return;
        output.Attributes.SetAttribute("href", WebHref);
        output.Attributes.SetAttribute("rel", "noopener");
    }
}
