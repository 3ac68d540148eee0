using HomsScreenings.Model;
using HomsScreenings.Records;

namespace HomsScreenings.Import;

/// <summary>Reads an entry of the journal in a programme file.</summary>
static class ArticleReader
{
    public static ArticleEntry Read(FieldReader record)
    {
        var entry = new ArticleEntry
        {
            Slug = record.OwnSlug(),
            Kind = record.RequiredOneOf<EntryKind>("kind"),
            Title = record.RequiredName("title"),
            Standfirst = record.Lines("standfirst", JournalEntry.MaxStandfirst),
            Body = record.Markdown("body", JournalEntry.MaxBody),
            TextLanguage = record.Language("textLanguage"),
            Translations = record.ByLanguage("wordings", w => new ArticleTranslationEntry(
                w.Name("title"), w.Lines("standfirst", JournalEntry.MaxStandfirst), w.Markdown("body", JournalEntry.MaxBody))),
            Author = record.Slug("author"),
            Byline = record.Line("byline", Lengths.Name),
            AuthorNote = record.Line("authorNote"),
            Publication = record.Line("publication", Lengths.Name),
            Issue = record.Line("issue", Lengths.Name),
            AppearedOn = record.Date("appearedOn"),
            OriginalUrl = record.Url("originalUrl"),
            Rating = record.One("rating", r => new RatingEntry(r.RequiredWhole("value", 0, 10), r.RequiredOneOf<RatingScale>("scale"))),
            Tags = Tags(record),
            About = record.Many("about", Subject),
            Published = record.Flag("published"),
            PublishedAt = record.Moment("publishedAt"),
            ScheduledFor = record.Moment("scheduledFor"),
            Correction = record.One("correction", c => new CorrectionEntry(c.Required("note", Lengths.Line), c.Moment("at"))),
            Withdrawn = record.Flag("withdrawn"),
            WithdrawalReason = record.Line("withdrawalReason"),
            Pictures = record.ManyOrNull("pictures", PictureReader.Read),
            Organisation = record.Slug("organisation"),
        };
        Check(entry, record);
        return entry;
    }

    static void Check(ArticleEntry entry, FieldReader record)
    {
        if (entry.Rating is { } rating && entry.Kind is { } kind)
        {
            if (kind != EntryKind.Review) record.Problem("rating", "Only a review rates.");
            else if (rating.Scale is { } scale && rating.Value > JournalEntry.BestOf(scale))
                record.Problem("rating.value", $"The scale goes to {JournalEntry.BestOf(scale)}.");
        }
        if (entry is { OriginalUrl: not null, Body.Length: > JournalEntry.MaxExcerpt })
            record.Problem("body", $"Of what stands elsewhere at most {JournalEntry.MaxExcerpt} characters are shown here.");
        foreach (var (language, wording) in entry.Translations)
            if (entry.OriginalUrl is not null && wording.Body?.Length > JournalEntry.MaxExcerpt)
                record.Problem($"wordings.{language}.body",
                    $"Of what stands elsewhere at most {JournalEntry.MaxExcerpt} characters are shown here.");
        if (entry is { Published: true, ScheduledFor: not null })
            record.Problem("scheduledFor", "What is published is not scheduled.");
        if (entry is { Withdrawn: true, Published: true })
            record.Problem("withdrawn", "What is withdrawn is not published.");
        if (entry is { Withdrawn: true, PublishedAt: null })
            record.Problem("publishedAt", "What was withdrawn was public once; say since when.");
        if (entry is { Withdrawn: false, WithdrawalReason: not null })
            record.Problem("withdrawalReason", "It is not withdrawn.");
    }

    static IReadOnlyList<string> Tags(FieldReader record)
    {
        var tags = record.LineList("tags", EntryTag.MaxLength);
        if (tags.Count > EntryTag.Most) record.Problem("tags", $"There are too many; {EntryTag.Most} are the most.");
        return tags;
    }

    static SubjectEntry Subject(FieldReader subject)
    {
        var read = new SubjectEntry(subject.Slug("film"), subject.Slug("person"), subject.Slug("series"), subject.Slug("screening"),
            subject.Slug("venue"));
        if (new[] { read.Film, read.Person, read.Series, read.Screening, read.Venue }.Count(s => s is not null) != 1)
            subject.Problem("film", "It is about one film, person, series, screening or venue; each of several stands by itself.");
        return read;
    }
}
