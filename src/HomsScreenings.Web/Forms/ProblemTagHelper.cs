using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Forms;

/// <summary>What is wrong with a group of rows as a whole; nothing where nothing is wrong.</summary>
[HtmlTargetElement("problem", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProblemTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var state)
            ? state.Errors.Select(e => e.ErrorMessage).ToList() : [];
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error");
        output.Content.SetContent(string.Join(' ', errors));
    }
}
