using System.ComponentModel.DataAnnotations;
using HomsScreenings.Validation;

namespace HomsScreenings.Web.Accounts;

/// <summary>The first organiser and the first organisation, as they are typed.</summary>
public sealed class SetupInput : NewPasswordInput, IValidatableObject
{
    [Required(ErrorMessage = "Your email address is needed: you sign in with it."),
        EmailText, Display(Name = "Your email address"), DataType(DataType.EmailAddress)]
    public string? Email { get; set; }

    [Required(ErrorMessage = "The organisation needs a name."), TitleText]
    [Display(Name = "Your organisation")]
    public string? Organisation { get; set; }

    // The organisation is in no table yet, where the rule for all passwords looks for it.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Password is not null && PasswordGuessing.IsObvious(Password, [Organisation]))
            yield return new(ObviousPasswords.Problem, [nameof(Password)]);
    }
}
