using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Guests;

/// <summary>Who comes, as a guest chooses it. Texts, not numbers: what is wrong with them is said in the guest's language.</summary>
public class PartyInput : IValidatableObject
{
    public string? People { get; set; } = "1";
    public string? Wheelchairs { get; set; }
    public string? Companions { get; set; }

    /// <summary>Right once it has been validated.</summary>
    public Party Party => new(Number(People) ?? 0, Number(Wheelchairs) ?? 0, Number(Companions) ?? 0);

    public static PartyInput Of(Party party) =>
        new() { People = Text(party.People), Wheelchairs = Text(party.Wheelchairs), Companions = Text(party.Companions) };

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Number(People) is not > 0) yield return new(T("How many people come?"), [nameof(People)]);
        if (Wheelchairs is not null && Number(Wheelchairs) is null)
            yield return new(T("How many wheelchair spaces are needed?"), [nameof(Wheelchairs)]);
        if (Companions is not null && Number(Companions) is null)
            yield return new(T("How many companion seats are needed?"), [nameof(Companions)]);
        if (Party is { People: > 0 } party && party.Wheelchairs + party.Companions > party.People)
            yield return new(T("Wheelchair spaces and companion seats are part of the number of people: there cannot be more of them."),
                [nameof(People)]);
    }

    static int? Number(string? typed) =>
        int.TryParse(typed?.PlainFigures(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000
            ? number : null;

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
