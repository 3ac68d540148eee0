using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Journal;

/// <summary>What a list, a page and the API tell of an entry alike, in queries.</summary>
public static class EntryProjections
{
    static readonly Rule<Func<JournalEntry, string, LocalizedText?>> TitleRule = new((entry, language) =>
        LocalizedText.Of(entry.Translations.In(language, w => w.Title), entry.Title, entry.TextLanguage));

    static readonly Rule<Func<JournalEntry, string, LocalizedText?>> StandfirstRule = new((entry, language) =>
        LocalizedText.Of(entry.Translations.In(language, w => w.Standfirst), entry.Standfirst, entry.TextLanguage));

    static readonly Rule<Func<JournalEntry, string, PersonLine?>> AuthorRule = new((entry, language) =>
        entry.Author == null || !entry.Author.IsPublic ? null : new PersonLine(entry.Author.Slug, entry.Author.NameIn(language)));

    static readonly Rule<Func<JournalEntry, EntryOrigin>> OriginRule = new(entry =>
        new EntryOrigin(entry.Publication, entry.Issue, entry.AppearedOn, entry.OriginalUrl));

    /// <summary>The title in a language, or as it was written.</summary>
    [Rule(nameof(TitleRule))]
    public static LocalizedText? TitleTextIn(this JournalEntry entry, string language) => TitleRule.Run(entry, language);

    /// <summary>The standfirst in a language, or as it was written; null where there is none.</summary>
    [Rule(nameof(StandfirstRule))]
    public static LocalizedText? StandfirstIn(this JournalEntry entry, string language) => StandfirstRule.Run(entry, language);

    /// <summary>Who wrote it, where that is a person with a page here.</summary>
    [Rule(nameof(AuthorRule))]
    public static PersonLine? AuthorIn(this JournalEntry entry, string language) => AuthorRule.Run(entry, language);

    /// <summary>Where it first appeared.</summary>
    [Rule(nameof(OriginRule))]
    public static EntryOrigin Origin(this JournalEntry entry) => OriginRule.Run(entry);
}
