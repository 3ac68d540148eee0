using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Journal;

/// <summary>An entry of the journal as a list shows it.</summary>
public sealed record EntryCard
{
    public required int Id { get; init; }
    public required string Slug { get; init; }
    public required EntryKind Kind { get; init; }
    public required LocalizedText? TitleText { get; init; }
    public string Title => TitleText!.Text;
    public string? TitleLanguage => TitleText!.OtherLanguage;
    public required LocalizedText? StandfirstText { get; init; }
    public required EntryOrigin Origin { get; init; }
    /// <summary>Who wrote it, where that is a person with a page here.</summary>
    public required PersonLine? Author { get; init; }
    public required string? Byline { get; init; }
    /// <summary>Who wrote it, as they signed; null where nobody knows.</summary>
    public string? AuthorName => Byline ?? Author?.Name;
    public required string? OrganisationSlug { get; init; }
    public required string? OrganisationName { get; init; }
    public required Instant PublishedAt { get; init; }
    public required Instant ChangedAt { get; init; }
    public required int? Rating { get; init; }
    public required RatingScale RatingScale { get; init; }
    public required PictureFile? Picture { get; init; }

    public static readonly Expression<Func<JournalEntry, EntryCard>> Of = e => new EntryCard
    {
        Id = e.Id,
        Slug = e.Slug,
        Kind = e.Kind,
        TitleText = e.TitleTextIn(Language.Current.Tag),
        StandfirstText = e.StandfirstIn(Language.Current.Tag),
        Origin = e.Origin(),
        Author = e.AuthorIn(Language.Current.Tag),
        Byline = e.Byline,
        OrganisationSlug = e.Organisation!.Slug,
        OrganisationName = e.Organisation.NameIn(Language.Current.Tag),
        PublishedAt = e.PublishedAt!.Value,
        ChangedAt = e.ChangedAt,
        Rating = e.Rating,
        RatingScale = e.RatingScale,
        Picture = e.MainPicture,
    };
}

/// <summary>Where an entry first appeared, as far as known.</summary>
/// <param name="Publication">'Socialist Worker'.</param>
/// <param name="Issue">'2408'.</param>
/// <param name="On">When.</param>
/// <param name="Url">Where all of it stands.</param>
public sealed record EntryOrigin(string? Publication, string? Issue, LocalDate? On, string? Url)
{
    /// <summary>Whether all of it stands elsewhere.</summary>
    public bool IsElsewhere => Url is not null;
}
