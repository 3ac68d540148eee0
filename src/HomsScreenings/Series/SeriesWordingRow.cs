using System.ComponentModel.DataAnnotations;
using HomsScreenings.Drafts;
using HomsScreenings.Storage;

namespace HomsScreenings.Series;

/// <summary>A series' texts in one other language, in its form.</summary>
public sealed class SeriesWordingRow : WordingRow
{
    [NameText]
    public string? Title { get; set; }

    [DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Description { get; set; }

    [DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Invitation { get; set; }

    [Display(Name = "Note on the dates"), AtMost(Lengths.Line)]
    public string? DatesNote { get; set; }

    public override bool IsEmpty => (Title ?? Description ?? Invitation ?? DatesNote) is null;

    public override string FirstField => nameof(Title);

    public static SeriesWordingRow Of(SeriesWording wording) => new()
    {
        Language = wording.Language,
        Title = wording.Title,
        Description = wording.Description,
        Invitation = wording.Invitation,
        DatesNote = wording.DatesNote,
    };

    public SeriesWording ToWording(string language) =>
        new() { Language = language, Title = Title, Description = Description, Invitation = Invitation, DatesNote = DatesNote };
}
