using System.ComponentModel.DataAnnotations;

namespace HomsScreenings.Web.Accounts;

/// <summary>A password that somebody chooses, typed twice.</summary>
public class NewPasswordInput
{
    public const int MinLength = 12;
    const int MaxLength = 200; // hashing costs by length; no sentence is longer

    [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
    [StringLength(MaxLength, ErrorMessage = "A password is at most {1} signs long.")]
    public string? Password { get; set; }

    [Required(ErrorMessage = "Type the password once more."), DataType(DataType.Password), Display(Name = "The same password again")]
    [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
    public string? Again { get; set; }
}
