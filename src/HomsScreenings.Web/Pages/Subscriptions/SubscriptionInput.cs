using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>The form in which somebody asks to be written to.</summary>
public sealed class SubscriptionInput : IPublicForm, IValidatableObject
{
    [DataType(DataType.EmailAddress)]
    public string? Email { get; set => field = PublicFormChecks.Address(value); }

    /// <summary>How often, by its name.</summary>
    public string? Rhythm { get; set; } = NameOf(SubscriptionRhythm.Weekly);

    public string? AskedAbout { get; set; }

    public string? Token { get; set; }

    public string? LeaveEmpty { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Read(Rhythm) is null) yield return new(T("Choose how often."), [nameof(Rhythm)]);
        foreach (var problem in this.Check()) yield return problem;
    }

    /// <summary>The rhythms to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Rhythms =>
        [.. Enum.GetValues<SubscriptionRhythm>().Select(r => new SelectListItem(SubscriptionWords.Label(r), NameOf(r)))];

    /// <summary>The rhythm of a name; null where it is none.</summary>
    public static SubscriptionRhythm? Read(string? name) =>
        Enum.GetValues<SubscriptionRhythm>().Where(r => NameOf(r) == name).Cast<SubscriptionRhythm?>().SingleOrDefault();

    public static string NameOf(SubscriptionRhythm rhythm) => rhythm switch
    {
        SubscriptionRhythm.AtOnce => "at-once",
        SubscriptionRhythm.Weekly => "weekly",
        _ => "monthly",
    };
}
