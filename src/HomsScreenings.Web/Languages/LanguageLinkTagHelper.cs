using HomsScreenings.Text.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Languages;

/// <summary>
/// Who reads in a language stays in it: links and forms that lead to a page of this site get the prefix of the
/// language that is spoken. Views write plain addresses. A link that says hreflang knows where it leads.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
public sealed class LanguageLinkTagHelper : TagHelper
{
    // The desk speaks English, and files speak no language.
    static readonly string[] OnlyOnce = ["/organise", "/account", "/setup", "/css/", "/js/", "/img/", "/api/", "/openapi/"];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Language.Current.Prefix.Length == 0 || output.Attributes.ContainsName("hreflang")) return;
        var name = output.TagName == "form" ? "action" : "href";
        if (output.Attributes[name] is not { } attribute) return;
        var value = attribute.Value is IHtmlContent html ? Written(html) : attribute.Value?.ToString() ?? "";
        if (IsInEveryLanguage(value)) output.Attributes.SetAttribute(name, new HtmlString(Language.Current.Path(value)));
    }

    /// <summary>Where a link leads in the language that is spoken.</summary>
    public static string Address(string href) => IsInEveryLanguage(href) ? Language.Current.Path(href) : href;

    static bool IsInEveryLanguage(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        && !OnlyOnce.Any(p => path.StartsWith(p, StringComparison.Ordinal));

    static string Written(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
