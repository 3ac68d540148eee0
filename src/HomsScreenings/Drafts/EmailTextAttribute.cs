using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace HomsScreenings.Drafts;

/// <summary>One e-mail address and nothing else: no name, no brackets, no list. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmailTextAttribute() : ValidationAttribute("{0} is an e-mail address such as name@example.org.")
{
    const int MaxLength = 254; // RFC 5321, 4.5.3.1.3, without the brackets

    public override bool IsValid(object? value) => value is null or "" || IsEmail((string)value);

    public static bool IsEmail(string text) =>
        text.Length <= MaxLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or ',' or ';' or '<' or '>')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.DisplayName.Length == 0;
}
