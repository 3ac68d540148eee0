using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>
/// Names and titles. Some single characters stand for whole sentences (U+FDFA for eighteen letters), so the form in which
/// a name is searched is measured too: it is stored beside the name.
/// </summary>
public static class Names
{
    /// <summary>Whether there is room for the form in which it is searched.</summary>
    public static bool Fits(string name) => SearchKey.Of(name).Length < Lengths.Name * 2;

    /// <summary>
    /// Whether there is something in it that can be searched for. A file may hold a title without: '$' is a film of 1971.
    /// </summary>
    public static bool CanBeSearched(string name) => SearchKey.Of(name).Length > 0;
}

/// <summary>A title as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class TitleTextAttribute() : AtMostAttribute(Lengths.Name)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is not string { Length: <= Lengths.Name } title ? base.IsValid(value, context)
        : Names.Fits(title) ? ValidationResult.Success
        : new($"{context.DisplayName} is too long when it is written out.", [context.MemberName!]);
}

/// <summary>A name as it is typed, with something in it that can be searched for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameTextAttribute : TitleTextAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        value is string { Length: <= Lengths.Name } name && !Names.CanBeSearched(name)
            ? new($"{context.DisplayName} needs a letter or a digit.", [context.MemberName!]) : base.IsValid(value, context);
}
