using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;

namespace HomsScreenings.Desk;

/// <summary>Another date for a screening that was announced, as somebody types it.</summary>
public sealed class RescheduleInput : WhenInput, IValidatableObject
{
    public int Version { get; set; }

    [Display(Name = "Reason"), DataType(DataType.MultilineText), StringLength(Lengths.Text, ErrorMessage = "{0} has at most {1} characters.")]
    public string? Reason { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Date is null) yield return new("To which date? If there is none yet, postpone it.", [nameof(Date)]);
    }

    public static RescheduleInput Of(Screening screening)
    {
        var draft = new RescheduleInput { Version = screening.Version };
        draft.Fill(screening);
        return draft;
    }
}
