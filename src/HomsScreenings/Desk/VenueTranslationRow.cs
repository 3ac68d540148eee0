using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A venue's texts in one other language, in its form.</summary>
public sealed class VenueTranslationRow : TranslationRow
{
    [NameText]
    public string? Name { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Directions { get; set; }

    [Display(Name = "More about access"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? AccessNotes { get; set; }

    [Display(Name = "Whom to ask for"), AtMost(Lengths.Name)]
    public string? AskFor { get; set; }

    [Display(Name = "What else is good to know"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? ExpectationNotes { get; set; }

    public override bool IsEmpty => (Name ?? Directions ?? AccessNotes ?? AskFor ?? ExpectationNotes) is null;

    public override string FirstField => nameof(Name);

    public static VenueTranslationRow Of(VenueTranslation wording) => new()
    {
        Language = wording.Language,
        Name = wording.Name,
        Directions = wording.Directions,
        AccessNotes = wording.AccessNotes,
        AskFor = wording.AskFor,
        ExpectationNotes = wording.ExpectationNotes,
    };

    public VenueTranslation ToTranslation(string language) => new()
    {
        Language = language,
        Name = Name,
        Directions = Directions,
        AccessNotes = AccessNotes,
        AskFor = AskFor,
        ExpectationNotes = ExpectationNotes,
    };
}
