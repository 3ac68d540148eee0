using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Interests;

/// <summary>The form in which somebody asks to be told of a screening near them.</summary>
public sealed class InterestInput : IPublicForm, IValidatableObject
{
    const int MaxTown = 100;

    public string? Town { get; set; }

    /// <summary>Which of several towns of that name, by its <see cref="KeyOf"/>.</summary>
    public string? Which { get; set; }

    /// <summary>How far, as it is chosen.</summary>
    public string? Km { get; set; } = Name(Interest.DefaultKm);

    /// <summary>How far, in kilometres; 0 where that is none of the choices.</summary>
    public int Reach => Interest.Distances.FirstOrDefault(km => Name(km) == Km);

    [DataType(DataType.EmailAddress)]
    public string? Email { get; set => field = PublicFormChecks.Address(value); }

    /// <summary>The town for which it was said what is to come within reach: sent again, more is wanted all the same.</summary>
    public string? SeenFor { get; set; }

    public string? AskedAbout { get; set; }

    public string? Token { get; set; }

    public string? LeaveEmpty { get; set; }

    /// <summary>The towns that may be meant.</summary>
    public IReadOnlyList<Place> Choices() => Town is { Length: <= MaxTown } town ? Gazetteer.ReadWithChoices(town) : [];

    /// <summary>The town that is meant; null where that is not known yet.</summary>
    public Place? Chosen() => Choices() is var found && found.Count == 1 ? found[0] : found.FirstOrDefault(p => KeyOf(p) == Which);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Reach == 0) yield return new(T("Choose how far."), [nameof(Km)]);
        if (Town is null) yield return new(T("Enter your town."), [nameof(Town)]);
        else if (Choices() is { Count: 0 })
            yield return new(
                T("No town is known here by this name. Write a larger one nearby, with its country, such as 'Portland, US'."),
                [nameof(Town)]);
        else if (Chosen() is null) yield return new(T("There are several towns of this name. Choose yours."), [nameof(Which)]);
        foreach (var problem in this.Check()) yield return problem;
    }

    static string Name(int km) => km.ToString(CultureInfo.InvariantCulture);

    /// <summary>What tells a town from others, wherever it stands in a list.</summary>
    public static string KeyOf(Place place) => FormattableString.Invariant($"{place.Country} {place.Latitude} {place.Longitude}");

    public static IReadOnlyList<SelectListItem> Distances() =>
        [.. Interest.Distances.Select(km => new SelectListItem(InterestWords.Reach(km), Name(km)))];

    public static IReadOnlyList<SelectListItem> Towns(IReadOnlyList<Place> choices) =>
        [new(T("Choose"), ""), .. choices.Select(p => new SelectListItem(InterestWords.Full(p), KeyOf(p)))];
}
