using System.ComponentModel.DataAnnotations;

namespace HomsScreenings.Web.Accounts;

/// <summary>A password that somebody chooses, typed twice; how long it may be is asked of the form in which it is compared.</summary>
public class NewPasswordInput
{
    public const int MinLength = 12;
    public const int MaxLength = 200; // hashing costs by length; no sentence is longer

    [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
    [StringLength(MaxLength * 4, ErrorMessage = "No password is that long.")]
    public string? Password { get; set; }

    [Required(ErrorMessage = "Type the password once more."), DataType(DataType.Password), Display(Name = "The same password again")]
    [CustomValidation(typeof(NewPasswordInput), nameof(IsTheSame))]
    public string? Again { get; set; }

    /// <summary>Two keyboards may send one password in two ways.</summary>
    public static ValidationResult? IsTheSame(string? again, ValidationContext context) =>
        again is null || (context.ObjectInstance as NewPasswordInput)?.Password is not { } password
            || PasswordText.Of(again) == PasswordText.Of(password)
            ? ValidationResult.Success : new("The two passwords differ.", [nameof(Again)]);
}
