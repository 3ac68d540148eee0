using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A screening's texts in one other language, in its form.</summary>
public sealed class ScreeningTranslationRow : TranslationRow
{
    [TitleText]
    public string? Title { get; set; }

    [Display(Name = "Premiere note"), AtMost(Lengths.Line)]
    public string? PremiereNote { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Description { get; set; }

    [Display(Name = "Reason"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? StatusReason { get; set; }

    [Display(Name = "Whom to ask for"), AtMost(Lengths.Name)]
    public string? AskFor { get; set; }

    [Display(Name = "What else is good to know"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? ExpectationNotes { get; set; }

    public override bool IsEmpty => (Title ?? PremiereNote ?? Description ?? StatusReason ?? AskFor ?? ExpectationNotes) is null;

    public override string FirstField => nameof(Title);

    public static ScreeningTranslationRow Of(ScreeningTranslation wording) => new()
    {
        Language = wording.Language,
        Title = wording.Title,
        PremiereNote = wording.PremiereNote,
        Description = wording.Description,
        StatusReason = wording.StatusReason,
        AskFor = wording.AskFor,
        ExpectationNotes = wording.ExpectationNotes,
    };

    public ScreeningTranslation ToTranslation(string language) => new()
    {
        Language = language,
        Title = Title,
        PremiereNote = PremiereNote,
        Description = Description,
        StatusReason = StatusReason,
        AskFor = AskFor,
        ExpectationNotes = ExpectationNotes,
    };
}
