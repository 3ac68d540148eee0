using System.Globalization;
using HomsScreenings.Text.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Forms;

/// <summary>A small number to choose, in the digits of the language: label, hint, error and select, tied together.</summary>
[HtmlTargetElement("numbers", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NumbersTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public int From { get; set; }
    public int To { get; set; }
    public string? Chosen { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        var error = ViewContext.ViewData.ModelState.TryGetValue(Name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", error is null ? "field" : "field has-error");
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Paragraph("hint", $"{id}-hint", Hint));
        if (error is not null) output.Content.AppendHtml(Paragraph("error", $"{id}-error", error));
        output.Content.AppendHtml(Select(id, error is not null));
    }

    TagBuilder Select(string id, bool isWrong)
    {
        var select = new TagBuilder("select") { Attributes = { ["id"] = id, ["name"] = Name } };
        var describedBy = string.Join(
            ' ', new[] { Hint is null ? null : $"{id}-hint", isWrong ? $"{id}-error" : null }.Where(d => d is not null));
        if (describedBy.Length > 0) select.Attributes["aria-describedby"] = describedBy;
        if (isWrong) select.Attributes["aria-invalid"] = "true";
        // What was chosen stays to be seen, even where it is too much now.
        var chosen = int.TryParse(Chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : From;
        foreach (var each in Enumerable.Range(From, Math.Max(1, To - From + 1)).Append(chosen).Distinct().Order())
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = each.ToString(CultureInfo.InvariantCulture) } };
            if (each == chosen) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(Texts.Number(each));
            select.InnerHtml.AppendHtml(option);
        }
        return select;
    }

    static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["id"] = id, ["class"] = cssClass } };
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
