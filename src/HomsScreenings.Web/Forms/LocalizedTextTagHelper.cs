using System.Globalization;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Forms;

/// <summary>
/// A text of one line as it is told here: &lt;told text="…" language="…"&gt;. In another language than the one that is
/// spoken it says so, for readers and for those who listen.
/// </summary>
[HtmlTargetElement("told", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalizedTextTagHelper : TagHelper
{
    public string? Text { get; set; }

    /// <summary>The BCP 47 tag of the text, where that is not the language that is spoken; without it the letters tell.</summary>
    public string? Language { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(Text ?? "");
        var language = Language ?? LocalizedText.LanguageOf(Text);
        if (!MarkLanguage(output, language)) return;
        output.PreElement.SetHtmlContent("<span class=\"fallback-note\">").Append(Note(language!)).AppendHtml("</span> ");
    }

    /// <summary>Writes the language and its direction to an element; says whether there was something to write.</summary>
    internal static bool MarkLanguage(TagHelperOutput output, string? language)
    {
        if (LocalizedText.Other(language) is not { Length: > 0 } tag) return false;
        output.Attributes.SetAttribute("lang", tag);
        output.Attributes.SetAttribute("dir", DirectionOf(tag));
        return true;
    }

    /// <summary>'In English', said in the language that is spoken.</summary>
    internal static string Note(string language) => T("In {0}", LanguageTags.Name(language));

    /// <summary>'rtl' or 'ltr', by how the language is written.</summary>
    public static string DirectionOf(string language)
    {
        try { return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr"; }
        catch (CultureNotFoundException) { return "auto"; }
    }
}
