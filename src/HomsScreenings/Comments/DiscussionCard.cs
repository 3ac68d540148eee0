using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>A discussion with what it is about.</summary>
public sealed record DiscussionCard
{
    public required DiscussionLine Line { get; init; }
    public int Id => Line.Id;
    /// <summary>The first part of the address of what it is about: 'films', 'journal', 'screenings'.</summary>
    public required string Kind { get; init; }
    public required string Slug { get; init; }
    /// <summary>The path of what it is about.</summary>
    public string Path => $"/{Kind}/{Slug}";
    /// <summary>How a film is called; null for what is none.</summary>
    public required LocalizedTitle? FilmNames { get; init; }
    public required LocalizedText? TitleText { get; init; }
    /// <summary>Of what it is about, in the language that is spoken where it has one there.</summary>
    public string Title => FilmNames?.First ?? TitleText?.Text ?? Slug;
    /// <summary>The BCP 47 tag of the title, where that is not the language that is spoken.</summary>
    public string? TitleLanguage => FilmNames is { } names ? names.FirstLanguage : TitleText?.OtherLanguage;
    /// <summary>Who owns what it is about; null for what belongs to the site's editors.</summary>
    public required int? OrganisationId { get; init; }
    public required bool HoldsAll { get; init; }
    /// <summary>Whether the public sees what it is about.</summary>
    public required bool IsPublic { get; init; }
    /// <summary>Whether what it is about takes comments yet: of a screening, whether it took place.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Whether a comment may be written now.</summary>
    public bool IsOpenAt(Instant now) => IsPublic && IsReady && Line.IsOpenAt(now);

    /// <summary>The discussion as it is at that moment.</summary>
    public static Expression<Func<Discussion, DiscussionCard>> At(Instant now) => d => new DiscussionCard
    {
        Line = new DiscussionLine(d.Id, d.IsOpen, d.LastDay),
        Kind = d.Film != null ? "films" : d.Entry != null ? "journal" : "screenings",
        Slug = d.Film!.Slug ?? d.Entry!.Slug ?? d.Screening!.Slug,
        FilmNames = d.Film == null ? null : d.Film.NamesIn(Language.Current.Tag),
        TitleText = d.Film != null ? null
            : d.Entry != null
            ? LocalizedText.Of(d.Entry.Translations.In(Language.Current.Tag, t => t.Title), d.Entry.Title, d.Entry.TextLanguage)
            : LocalizedText.Of(d.Screening!.Translations.In(Language.Current.Tag, t => t.Title), d.Screening.Title
                ?? d.Screening.Films.OrderBy(f => f.Position).Select(f => f.Film.TitleIn(Language.Current.Tag)).FirstOrDefault(),
                d.Screening.TextLanguage),
        OrganisationId = d.OwnerId,
        HoldsAll = d.HoldsAll,
        // Two of the three are null, and false or null is null in SQL: no answer to a question of yes or no.
        IsPublic = (d.Film != null && d.Film.IsPublic) || (d.Entry != null && d.Entry.IsPublic)
            || (d.Screening != null && d.Screening.IsPublic),
        IsReady = d.Screening == null || (d.Screening.IsOn && d.Screening.EndsAt != null && d.Screening.EndsAt <= now),
    };
}
