using HomsScreenings.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Forms;

/// <summary>
/// One field of a form: label, hint, control and error, tied together for those who hear the page. What was typed stays,
/// whatever was wrong with it. The control follows the type of the property and its [DataType]; with <c>items</c> it is
/// a choice, with <c>suggestions</c> a text with suggestions.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>What is said below the label.</summary>
    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>The choices; the control is then a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The id of a datalist in the page.</summary>
    public string? Suggestions { get; set; }

    /// <summary>Another label than the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>What browsers may fill in ('email', 'current-password'), as HTML's autocomplete has it.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The BCP 47 tag of what is to be typed, where that is not the language of the desk.</summary>
    public string? Language { get; set; }

    /// <summary>Whether the form needs it, where its property does not say so.</summary>
    public bool IsRequired { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, "_");
        var error = ViewContext.ViewData.ModelState.TryGetValue(Name, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
        var isCheckbox = For.ModelExplorer.ModelType == typeof(bool);
        var control = Control(id, error);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field{(isCheckbox ? " field-check" : "")}{(error is null ? "" : " has-error")}");
        if (isCheckbox) output.Content.AppendHtml(control).AppendHtml(LabelTag(id));
        else output.Content.AppendHtml(LabelTag(id));
        if (Hint is not null) output.Content.AppendHtml(Paragraph("hint", $"{id}-hint", Hint));
        if (error is not null) output.Content.AppendHtml(Paragraph("error", $"{id}-error", error));
        if (!isCheckbox) output.Content.AppendHtml(control);
    }

    // What is chosen from a list has a value always.
    bool IsNeeded => For.Metadata.IsRequired && For.ModelExplorer.ModelType != typeof(bool) && Items is null && !For.Metadata.IsEnum;

    TagBuilder LabelTag(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? Name);
        if (IsNeeded) label.InnerHtml.AppendHtml(" <span class=\"required\">(needed)</span>");
        return label;
    }

    static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(cssClass);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }

    TagBuilder Control(string id, string? error)
    {
        var attributes = new Dictionary<string, object?> { ["id"] = id };
        var describedBy = string.Join(
            ' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.Where(d => d is not null));
        if (describedBy.Length > 0) attributes["aria-describedby"] = describedBy;
        if (error is not null) attributes["aria-invalid"] = "true";
        if (IsRequired || IsNeeded) attributes["aria-required"] = "true";
        if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
        if (Suggestions is not null) attributes["list"] = Suggestions;
        if (Language is { Length: > 0 }) (attributes["lang"], attributes["dir"]) = (Language, LocalizedTextTagHelper.DirectionOf(Language));

        var type = Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        if (Items is not null || type.IsEnum)
            return html.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items ?? EnumItems(type), false, attributes);
        if (type == typeof(bool))
        {
            ForgetWhatIsNoBoolean();
            return html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, attributes);
        }
        switch (For.Metadata.DataTypeName)
        {
            case "MultilineText": return html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, 6, 60, attributes);
            case "Password": return html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes);
            // Addresses run from left to right in every language.
            case "Url": (attributes["type"], attributes["dir"]) = ("url", "ltr"); break;
            case "EmailAddress": (attributes["type"], attributes["dir"]) = ("email", "ltr"); break;
            case Amounts.DataType: attributes["inputmode"] = "decimal"; break;
        }
        object? value = For.Model;
        if (type == typeof(DateOnly)) (attributes["type"], value) = ("date", (For.Model as DateOnly?)?.ToString("yyyy-MM-dd", null));
        else if (type == typeof(TimeOnly)) (attributes["type"], value) = ("time", (For.Model as TimeOnly?)?.ToString("HH:mm", null));
        else if (type == typeof(int)) attributes["inputmode"] = "numeric";
        if (For.Metadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.StringLengthAttribute>()
            .FirstOrDefault() is { } length) attributes["maxlength"] = length.MaximumLength;
        return html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, value, null, attributes);
    }

    // A box that came back as neither ticked nor empty is shown as it was: the generator of check boxes throws at it.
    void ForgetWhatIsNoBoolean()
    {
        var (state, name) = (ViewContext.ViewData.ModelState, ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));
        var sent = state.TryGetValue(name, out var entry) ? entry.RawValue : null;
        var text = sent is string[] all ? all.FirstOrDefault() : sent as string;
        if (text is not null && !bool.TryParse(text, out _)) entry!.RawValue = null;
    }

    // 'PayWhatYouCan' is said 'Pay what you can'; a [Display] name wins.
    IEnumerable<SelectListItem> EnumItems(Type type) =>
        For.Metadata.EnumGroupedDisplayNamesAndValues!.Select(
            e => new SelectListItem(Words(e.Key.Name),
                Enum.GetName(type, Enum.ToObject(type, int.Parse(e.Value, System.Globalization.CultureInfo.InvariantCulture)))));

    static string Words(string name) =>
        string.Concat(
            name.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
