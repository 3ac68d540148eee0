using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Web.Forms;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>The form in which somebody asks for seats.</summary>
public sealed class BookingInput : PartyInput, IPublicForm
{
    [DataType(DataType.EmailAddress)]
    public string? Email { get; set => field = PublicFormChecks.Address(value); }

    public string? AskedAbout { get; set; }

    public string? Name { get; set; }

    [DataType(DataType.MultilineText)]
    public string? AccessNeeds { get; set; }

    public string? Token { get; set; }

    public string? LeaveEmpty { get; set; }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext)) yield return problem;
        foreach (var problem in this.Check()) yield return problem;
        if (Name?.Length > Lengths.Name) yield return new(T("A name has at most {0} characters here.", Lengths.Name), [nameof(Name)]);
        if (AccessNeeds?.Length > BookingRequest.MaxText)
            yield return new(T("This has at most {0} characters; the organisers can be asked more afterwards.", BookingRequest.MaxText),
                [nameof(AccessNeeds)]);
    }

    public BookingRequest ToRequest(string key, string language) => new(key, Email!, Party, language, Name, AccessNeeds);
}
