using System.Linq.Expressions;
using HomsScreenings.Comments;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Pictures;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Journal;

/// <summary>What an entry's own page says, but for the screenings of what it is about.</summary>
public sealed record EntryDetails
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required EntryKind Kind { get; init; }
    public required EntryStatus Status { get; init; }
    public required LocalizedText? TitleText { get; init; }
    public string Title => TitleText!.Text;
    public string? TitleLanguage => TitleText!.OtherLanguage;
    public required LocalizedText? StandfirstText { get; init; }
    public required LocalizedText? BodyText { get; init; }
    public required string TextLanguage { get; init; }
    public required EntryOrigin Origin { get; init; }
    public required PersonLine? Author { get; init; }
    public required string? Byline { get; init; }
    public string? AuthorName => Byline ?? Author?.Name;
    public required string? AuthorNote { get; init; }
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required LocalizedText? DisclaimerText { get; init; }
    /// <summary>When the public first saw it; null in a preview of what it has not.</summary>
    public required Instant? PublishedAt { get; init; }
    public required Instant? CorrectedAt { get; init; }
    public required string? Correction { get; init; }
    public required int? Rating { get; init; }
    public required RatingScale RatingScale { get; init; }
    public required List<string> Tags { get; init; }
    public required List<SubjectLine> Subjects { get; init; }
    public required List<PictureLine> Pictures { get; init; }
    /// <summary>Null where it was never opened to comments.</summary>
    public required DiscussionLine? Discussion { get; init; }

    public static readonly Expression<Func<JournalEntry, EntryDetails>> Of = e => new EntryDetails
    {
        Id = e.Id,
        Slug = e.Slug,
        Kind = e.Kind,
        Status = e.Status,
        TitleText = e.TitleTextIn(Language.Current.Tag),
        StandfirstText = e.StandfirstIn(Language.Current.Tag),
        BodyText = LocalizedText.Of(e.Translations.In(Language.Current.Tag, w => w.Body), e.Body, e.TextLanguage),
        TextLanguage = e.TextLanguage,
        Origin = e.Origin(),
        Author = e.AuthorIn(Language.Current.Tag),
        Byline = e.Byline,
        AuthorNote = e.AuthorNote,
        OrganisationSlug = e.Organisation!.Slug,
        OrganisationName = e.Organisation.NameIn(Language.Current.Tag),
        DisclaimerText = LocalizedText.Of(e.Organisation.Translations.In(Language.Current.Tag, w => w.Disclaimer),
            e.Organisation.Disclaimer, e.Organisation.TextLanguage),
        PublishedAt = e.PublishedAt,
        CorrectedAt = e.CorrectedAt,
        Correction = e.Correction,
        Rating = e.Rating,
        RatingScale = e.RatingScale,
        Tags = e.Tags.OrderBy(t => t.Position).Select(t => t.Name).ToList(),
        Subjects = e.Subjects.Where(s => s.Film!.IsPublic || s.Person!.IsPublic || s.Series!.IsPublic || s.Screening!.IsPublic
                || s.Venue!.IsPublic)
            .OrderBy(s => s.Position).Select(s =>
                s.Film != null ? new SubjectLine("films", s.Film.Id, s.Film.Slug, s.Film.TitleIn(Language.Current.Tag))
                : s.Person != null ? new SubjectLine("people", s.Person.Id, s.Person.Slug, s.Person.NameIn(Language.Current.Tag))
                : s.Series != null ? new SubjectLine("series", s.Series.Id, s.Series.Slug, s.Series.TitleIn(Language.Current.Tag))
                : s.Screening != null ? new SubjectLine("screenings", s.Screening.Id, s.Screening.Slug, s.Screening.Title)
                : new SubjectLine("venues", s.Venue!.Id, s.Venue.Slug, s.Venue.NameIn(Language.Current.Tag))).ToList(),
        Pictures = e.Pictures.LinesIn(Language.Current.Tag),
        Discussion = DiscussionLine.Of(e.Discussion),
    };
}

/// <summary>What an entry is about.</summary>
/// <param name="Kind">The first part of its address: 'films'.</param>
/// <param name="Name">What it is called; null for a screening without a title of its own.</param>
public sealed record SubjectLine(string Kind, int Id, string Slug, string? Name)
{
    public string Path => $"/{Kind}/{Slug}";
}
