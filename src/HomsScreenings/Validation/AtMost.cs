using System.ComponentModel.DataAnnotations;

namespace HomsScreenings.Validation;

/// <summary>A text of limited length, in UTF-16 units, as <see cref="Records.Lengths"/> has it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class AtMostAttribute : StringLengthAttribute
{
    public AtMostAttribute(int length) : base(length) => ErrorMessage = "{0} is at most {1} characters long.";
}
