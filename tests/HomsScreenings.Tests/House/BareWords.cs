using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Intermediate;

namespace HomsScreenings.Tests.House;

/// <summary>
/// Words in a Razor view that no translator can reach: text and labels outside every expression. What is markup and what
/// is code is told by Razor's own parser.
/// </summary>
public static partial class BareWords
{
    // The directives that MVC adds to Razor.
    static readonly RazorProjectEngine Razor = RazorProjectEngine.Create(
        RazorConfiguration.Default, RazorProjectFileSystem.Create(Sources.Root), builder =>
    {
        builder.AddDirective(DirectiveDescriptor.CreateSingleLineDirective("page", page => page.AddOptionalStringToken()));
        builder.AddDirective(DirectiveDescriptor.CreateSingleLineDirective("model", model => model.AddTypeToken()));
        builder.AddDirective(DirectiveDescriptor.CreateSingleLineDirective("inject", inject => inject.AddTypeToken().AddMemberToken()));
        builder.AddDirective(DirectiveDescriptor.CreateRazorBlockDirective("section", section => section.AddMemberToken()));
    });

    /// <param name="view">The source of a view.</param>
    public static IEnumerable<string> In(string view)
    {
        var document = Razor.Process(RazorSourceDocument.Create(view, "view.cshtml"), FileKinds.Legacy, [], [])
            .GetDocumentIntermediateNode();
        var markup = new StringBuilder("<view>");
        AddMarkup(document, markup);
        var all = markup.Append("</view>").ToString();
        foreach (Match text in TextNode().Matches(all))
            if (HasWord(text.Value)) yield return text.Value.Trim();
        foreach (Match label in Label().Matches(all))
            if (HasWord(label.Groups["words"].Value)) yield return label.Value;
    }

    static bool HasWord(string text) => Word().IsMatch(Entity().Replace(text, ""));

    // The document without its code: where an expression stood, there is nothing.
    static void AddMarkup(IntermediateNode node, StringBuilder markup)
    {
        switch (node)
        {
            case IntermediateToken { Kind: TokenKind.Html } text:
                markup.Append(text.Content);
                break;
            case HtmlAttributeIntermediateNode attribute:
                markup.Append(attribute.Prefix);
                AddMarkupOf(attribute, markup);
                markup.Append(attribute.Suffix);
                break;
            case HtmlAttributeValueIntermediateNode value:
                markup.Append(value.Prefix);
                AddMarkupOf(value, markup);
                break;
            case CSharpExpressionAttributeValueIntermediateNode value:
                markup.Append(value.Prefix);
                break;
            default:
                AddMarkupOf(node, markup);
                break;
        }
    }

    static void AddMarkupOf(IntermediateNode parent, StringBuilder markup)
    {
        foreach (var child in parent.Children) AddMarkup(child, markup);
    }

    [GeneratedRegex(@"(?<=>)[^<>]+(?=<)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\b(aria-label|title|alt|placeholder)=""(?<words>[^""]*)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Label();

    [GeneratedRegex(@"&#?\w+;", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"[A-Za-z]{2,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Word();
}
