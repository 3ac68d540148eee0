using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>An entry's texts in one other language, in its form.</summary>
public sealed class EntryTranslationRow : TranslationRow
{
    [TitleText]
    public string? Title { get; set; }

    [DataType(DataType.MultilineText), AtMost(JournalEntry.MaxStandfirst)]
    public string? Standfirst { get; set; }

    [DataType(DataType.MultilineText), Markdown(JournalEntry.MaxBody)]
    public string? Body { get; set; }

    public override bool IsEmpty => (Title ?? Standfirst ?? Body) is null;

    public override string FirstField => nameof(Title);

    public static EntryTranslationRow Of(JournalEntryTranslation wording) =>
        new() { Language = wording.Language, Title = wording.Title, Standfirst = wording.Standfirst, Body = wording.Body };

    public JournalEntryTranslation ToTranslation(string language) =>
        new() { Language = language, Title = Title, Standfirst = Standfirst, Body = Body };
}
