using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A series' texts in one other language, in its form.</summary>
public sealed class SeriesTranslationRow : TranslationRow
{
    [TitleText]
    public string? Title { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Description { get; set; }

    [DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Invitation { get; set; }

    [Display(Name = "Note on the dates"), AtMost(Lengths.Line)]
    public string? DatesNote { get; set; }

    public override bool IsEmpty => (Title ?? Description ?? Invitation ?? DatesNote) is null;

    public override string FirstField => nameof(Title);

    public static SeriesTranslationRow Of(SeriesTranslation wording) => new()
    {
        Language = wording.Language,
        Title = wording.Title,
        Description = wording.Description,
        Invitation = wording.Invitation,
        DatesNote = wording.DatesNote,
    };

    public SeriesTranslation ToTranslation(string language) =>
        new() { Language = language, Title = Title, Description = Description, Invitation = Invitation, DatesNote = DatesNote };
}
