using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>Brings an entry of the journal to what a checked file says of it. Does not save.</summary>
sealed class ArticleImporter(KnownRecords known, PictureImporter pictures, Instant now)
{
    public JournalEntry Apply(ArticleEntry entry)
    {
        var article = known.OrNew(known.Journal, entry.Slug,
            () => new JournalEntry { Slug = entry.Slug, Kind = entry.Kind!.Value, Title = entry.Title });
        (article.Kind, article.Title) = (entry.Kind!.Value, entry.Title);
        (article.Standfirst, article.Body) = (entry.Standfirst, entry.Body);
        article.TextLanguage = entry.TextLanguage ?? Language.English.Tag;
        article.SetTranslations(entry.Translations.Select(w => new JournalEntryTranslation
        {
            Language = w.Key,
            Title = w.Value.Title,
            Standfirst = w.Value.Standfirst,
            Body = w.Value.Body,
        }));
        article.Author = entry.Author is { } author ? known.People[author] : null;
        (article.Byline, article.AuthorNote) = (entry.Byline, entry.AuthorNote);
        (article.Publication, article.Issue) = (entry.Publication, entry.Issue);
        (article.AppearedOn, article.OriginalUrl) = (entry.AppearedOn, entry.OriginalUrl);
        (article.Rating, article.RatingScale) = (entry.Rating?.Value, entry.Rating?.Scale ?? RatingScale.FiveStars);
        article.Organisation = entry.Organisation is { } slug ? known.Organisations[slug] : null;
        article.SetTags(entry.Tags);
        article.SetSubjects(entry.About.Select(Subject));
        if (entry.Correction is { } correction && correction.Note != article.Correction)
            article.Correct(correction.Note, correction.At ?? now);
        Show(article, entry);
        pictures.Apply(article, entry);
        return article;
    }

    EntrySubject Subject(SubjectEntry entry)
    {
        var subject = new EntrySubject
        {
            Film = entry.Film is { } film ? known.Films[film] : null,
            Person = entry.Person is { } person ? known.People[person] : null,
            Series = entry.Series is { } series ? known.Series[series] : null,
            Screening = entry.Screening is { } screening ? known.Screenings[screening] : null,
            Venue = entry.Venue is { } venue ? known.Venues[venue] : null,
        };
        (subject.FilmId, subject.PersonId) = (subject.Film?.Id, subject.Person?.Id);
        (subject.SeriesId, subject.ScreeningId, subject.VenueId) = (subject.Series?.Id, subject.Screening?.Id, subject.Venue?.Id);
        return subject;
    }

    void Show(JournalEntry article, ArticleEntry entry)
    {
        if (entry.Published || entry.Withdrawn) article.Publish(entry.PublishedAt ?? now);
        if (entry.Withdrawn) article.Withdraw(entry.WithdrawalReason);
        // What was to be published while nobody ran the program is published by it now.
        if (entry.ScheduledFor is { } at && article.PublishedAt is null)
            if (at > now) article.Schedule(at, now);
            else article.Publish(at);
    }
}
