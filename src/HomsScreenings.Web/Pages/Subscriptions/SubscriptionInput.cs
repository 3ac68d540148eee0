using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Web.Forms;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>The form in which somebody asks to be written to.</summary>
public sealed class SubscriptionInput : IPublicForm, IValidatableObject
{
    [DataType(DataType.EmailAddress)]
    public string? Email { get; set => field = PublicFormChecks.Address(value); }

    public ChoiceInput Choice { get; set; } = new() { Rhythm = ChoiceInput.NameOf(SubscriptionRhythm.Weekly) };

    public string? AskedAbout { get; set; }

    public string? Token { get; set; }

    public string? LeaveEmpty { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => this.Check();
}
