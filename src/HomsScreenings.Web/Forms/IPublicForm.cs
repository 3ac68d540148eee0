using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Validation;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Forms;

/// <summary>
/// What a form has in common with the others that anybody may send without an account: an address to write to, and what
/// tells people from programs.
/// </summary>
public interface IPublicForm
{
    string? Email { get; }

    /// <summary>The address about which it has been asked whether it is meant so: sent again unchanged, it is.</summary>
    string? AskedAbout { get; set; }

    /// <summary>A <see cref="FormToken"/>.</summary>
    string? Token { get; set; }

    /// <summary>
    /// Nobody sees this field; who fills it in reads the source and not the page. Its name is none that a browser takes
    /// for a part of an address.
    /// </summary>
    string? LeaveEmpty { get; set; }
}

/// <summary>The checks of <see cref="IPublicForm"/>.</summary>
static class PublicFormChecks
{
    /// <summary>
    /// The address in its one form, without marks that nobody sees, which come along when one is pasted: so the limits of mails, the
    /// subscriptions and the blocked addresses know a mailbox again however it is typed.
    /// </summary>
    public static string? Address(string? typed) => typed is null ? null : EmailAddresses.WithOneDomain(
        string.Concat(typed.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)));

    /// <summary>What is wrong with the address, and with a field that is not meant for people.</summary>
    public static IEnumerable<ValidationResult> Check(this IPublicForm form)
    {
        if (form.Email is null) yield return new(T("Enter your email address."), [nameof(form.Email)]);
        else if (!EmailAddresses.IsOne(form.Email))
            yield return new(T("This is not a whole email address, such as name@example.org. Please look at it again."), [nameof(form.Email)]);
        else if (EmailTypos.Suggest(form.Email) is { } meant && form.AskedAbout != form.Email)
            yield return new(T("Did you mean {0}? Correct it, or send the form again if it is right as it stands.", meant),
                [nameof(form.Email)]);
        if (form.LeaveEmpty is not null)
            yield return new(
                T("A field that is not meant for people was filled in, perhaps by your browser. It is empty again: please send the form once more."), [""]);
    }

    /// <summary>Why a form was not taken, whatever was typed into it; null where it was.</summary>
    public static string? NotTaken(FormTokenProblem problem) => problem switch
    {
        FormTokenProblem.TooFast => T("Please check the form and send it again."),
        FormTokenProblem.TooOld =>
            T("The form had been open for too long, so it was not taken. Here it is again, with all that you typed: please send it once more."),
        _ => null,
    };
}
