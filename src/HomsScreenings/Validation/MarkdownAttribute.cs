using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>A text of several lines in Markdown, as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MarkdownAttribute(int most = Lengths.Text) : AtMostAttribute(most)
{
    public const string TooDeep = "holds too many marks within marks to be shown";

    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is string text && text.Length <= MaximumLength && !MarkdownText.CanBeShown(text)
            ? new($"{context.DisplayName} {TooDeep}.", [context.MemberName!]) : base.IsValid(value, context);
}
