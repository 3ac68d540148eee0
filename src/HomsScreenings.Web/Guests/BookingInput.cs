using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Bookings;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;
using HomsScreenings.Web.Forms;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>The form in which somebody asks for seats.</summary>
public sealed class BookingInput : PartyInput
{
    // Marks that nobody sees come along when an address is pasted.
    [DataType(DataType.EmailAddress)]
    public string? Email
    {
        get; set =>
        field = value is null ? null : string.Concat(value.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
    }

    /// <summary>The address about which it has been asked whether it is meant so: sent again unchanged, it is.</summary>
    public string? AskedAbout { get; set; }

    public string? Name { get; set; }

    [DataType(DataType.MultilineText)]
    public string? AccessNeeds { get; set; }

    /// <summary>A <see cref="FormToken"/>.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// Nobody sees this field; who fills it in reads the source and not the page. Its name is none that a browser takes
    /// for a part of an address.
    /// </summary>
    public string? LeaveEmpty { get; set; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext)) yield return problem;
        if (Email is null) yield return new(T("Enter your email address."), [nameof(Email)]);
        else if (!EmailAddresses.IsOne(Email))
            yield return new(T("This is not a whole email address, such as name@example.org. Please look at it again."), [nameof(Email)]);
        else if (EmailTypos.Suggest(Email) is { } meant && AskedAbout != Email)
            yield return new(T("Did you mean {0}? Correct it, or send the form again if it is right as it stands.", meant),
                [nameof(Email)]);
        if (Name?.Length > Lengths.Name) yield return new(T("A name has at most {0} characters here.", Lengths.Name), [nameof(Name)]);
        if (AccessNeeds?.Length > BookingRequest.MaxText)
            yield return new(T("This has at most {0} characters; the organisers can be asked more afterwards.", BookingRequest.MaxText),
                [nameof(AccessNeeds)]);
        if (LeaveEmpty is not null)
            yield return new(
                T("A field that is not meant for people was filled in, perhaps by your browser. It is empty again: please send the form once more."), [""]);
    }

    public BookingRequest ToRequest(string key, string language) => new(key, Email!, Party, language, Name, AccessNeeds);
}
