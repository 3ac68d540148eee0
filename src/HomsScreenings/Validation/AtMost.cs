using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>A text of limited length.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class AtMostAttribute : StringLengthAttribute
{
    public AtMostAttribute(int length) : base(length) => ErrorMessage = "{0} is at most {1} characters long.";
}

/// <summary>
/// A name or title: short, and with something in it that can be searched for. Some single characters stand for whole
/// sentences (U+FDFA for eighteen letters), so the form in which it is searched is measured too.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameTextAttribute() : AtMostAttribute(Lengths.Name)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        if (value is not string name) return ValidationResult.Success;
        if (name.Length > Lengths.Name) return base.IsValid(value, context);
        return SearchKey.Of(name).Length switch
        {
            0 => new ValidationResult($"{context.DisplayName} needs a letter or a digit.", [context.MemberName!]),
            >= Lengths.Name * 2 => new ValidationResult($"{context.DisplayName} is too long when it is written out.", [context.MemberName!]),
            _ => ValidationResult.Success,
        };
    }
}

/// <summary>One language tag (BCP 47).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LanguageTagAttribute() : ValidationAttribute("{0} is one language tag, such as 'ar'.")
{
    public override bool IsValid(object? value) => value is null or "" || LanguageTags.IsWellFormed((string)value);
}
