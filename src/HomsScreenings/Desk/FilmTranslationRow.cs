using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A film's texts in one other language, in its form.</summary>
public sealed class FilmTranslationRow : TranslationRow
{
    [TitleText]
    public string? Title { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Synopsis { get; set; }

    [Display(Name = "What an audience should know before"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? ContentNotes { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? Notes { get; set; }

    public override bool IsEmpty => (Title ?? Synopsis ?? ContentNotes ?? Notes) is null;

    public override string FirstField => nameof(Title);

    public static FilmTranslationRow Of(FilmTranslation wording) => new()
    {
        Language = wording.Language,
        Title = wording.Title,
        Synopsis = wording.Synopsis,
        ContentNotes = wording.ContentNotes,
        Notes = wording.Notes,
    };

    public FilmTranslation ToTranslation(string language) =>
        new() { Language = language, Title = Title, Synopsis = Synopsis, ContentNotes = ContentNotes, Notes = Notes };
}
