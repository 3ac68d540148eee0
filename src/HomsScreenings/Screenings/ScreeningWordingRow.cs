using System.ComponentModel.DataAnnotations;
using HomsScreenings.Drafts;
using HomsScreenings.Storage;

namespace HomsScreenings.Screenings;

/// <summary>A screening's texts in one other language, in its form.</summary>
public sealed class ScreeningWordingRow : WordingRow
{
    [NameText]
    public string? Title { get; set; }

    [Display(Name = "Premiere note"), AtMost(Lengths.Line)]
    public string? PremiereNote { get; set; }

    [DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Description { get; set; }

    [Display(Name = "Reason"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? StatusReason { get; set; }

    public override bool IsEmpty => (Title ?? PremiereNote ?? Description ?? StatusReason) is null;

    public override string FirstField => nameof(Title);

    public static ScreeningWordingRow Of(ScreeningWording wording) => new()
    {
        Language = wording.Language,
        Title = wording.Title,
        PremiereNote = wording.PremiereNote,
        Description = wording.Description,
        StatusReason = wording.StatusReason,
    };

    public ScreeningWording ToWording(string language) =>
        new() { Language = language, Title = Title, PremiereNote = PremiereNote, Description = Description, StatusReason = StatusReason };
}
