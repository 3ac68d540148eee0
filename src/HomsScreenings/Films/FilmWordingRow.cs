using System.ComponentModel.DataAnnotations;
using HomsScreenings.Drafts;
using HomsScreenings.Storage;

namespace HomsScreenings.Films;

/// <summary>A film's texts in one other language, in its form.</summary>
public sealed class FilmWordingRow : WordingRow
{
    [NameText]
    public string? Title { get; set; }

    [DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Synopsis { get; set; }

    [Display(Name = "What an audience should know before"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? ContentNotes { get; set; }

    [DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Notes { get; set; }

    public override bool IsEmpty => (Title ?? Synopsis ?? ContentNotes ?? Notes) is null;

    public override string FirstField => nameof(Title);

    public static FilmWordingRow Of(FilmWording wording) => new()
    {
        Language = wording.Language,
        Title = wording.Title,
        Synopsis = wording.Synopsis,
        ContentNotes = wording.ContentNotes,
        Notes = wording.Notes,
    };

    public FilmWording ToWording(string language) =>
        new() { Language = language, Title = Title, Synopsis = Synopsis, ContentNotes = ContentNotes, Notes = Notes };
}
