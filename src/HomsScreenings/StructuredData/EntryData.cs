using System.Text.Json.Nodes;
using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.StructuredData;

/// <summary>Entries of the journal as schema.org's Review, Article and NewsArticle.</summary>
public static class EntryData
{
    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["films"] = "Movie",
        ["people"] = "Person",
        ["series"] = "EventSeries",
        ["screenings"] = "ScreeningEvent",
        ["venues"] = "Place",
    };

    // Of what search engines show a review: schema.org allows anything.
    static readonly string[] Reviewable = ["films", "series", "screenings"];

    /// <summary>In characters; search engines cut longer ones.</summary>
    public const int MaxHeadline = 110;

    /// <summary>An entry; a review of nothing that can be named is an article.</summary>
    public static JsonObject Of(EntryDetails entry, SiteLinks site)
    {
        var (page, isElsewhere) = (site.Page($"/journal/{entry.Slug}"), entry.Origin.IsElsewhere);
        var reviewed = entry.Kind != EntryKind.Review ? null
            : entry.Subjects.FirstOrDefault(s => Reviewable.Contains(s.Kind) && s.Name is not null);
        var published = isElsewhere ? EventTimes.Format(entry.Origin.On) : Format(entry.PublishedAt);
        var publisher = Publisher(entry, site);
        return Thing.Of(reviewed is not null ? "Review" : entry.Kind == EntryKind.News ? "NewsArticle" : "Article", page)
            .With("headline", entry.Title.CutWithEllipsis(MaxHeadline - 1)).With("name", entry.Title)
            .With("description", entry.StandfirstText?.Text)
            .With("image", site.Page($"/journal/{entry.Slug}/share.jpg"))
            .With("inLanguage", entry.BodyText is { } body ? body.OtherLanguage ?? Language.Current.Tag : entry.TextLanguage)
            .With("datePublished", published)
            .With("dateModified", Format(entry.CorrectedAt) ?? (isElsewhere ? null : published))
            .With("author", Author(entry, site) ?? publisher.DeepClone())
            .With("publisher", publisher)
            .With("keywords", entry.Tags)
            .With("url", entry.Origin.Url ?? page)
            .With("mainEntityOfPage", isElsewhere ? null : page)
            .With("itemReviewed", reviewed is null ? null : Subject(reviewed, site))
            .With("reviewRating", reviewed is null || entry.Rating is not { } rating ? null : Thing.Of("Rating")
                .With("ratingValue", rating).With("worstRating", 0).With("bestRating", JournalEntry.BestOf(entry.RatingScale)))
            .With("about", entry.Subjects.Where(s => s != reviewed).Select(s => Subject(s, site)));
    }

    static string? Format(Instant? at) => at is { } known ? InstantPattern.General.Format(known) : null;

    static JsonObject? Author(EntryDetails entry, SiteLinks site) => entry switch
    {
        { Author: { } person } => MovieData.Person(person, site),
        { Byline: { } name } => Thing.Of("Person").With("name", name),
        _ => null,
    };

    // What no organisation publishes the site does.
    static JsonObject Publisher(EntryDetails entry, SiteLinks site) => entry switch
    {
        { Origin: { IsElsewhere: true, Publication: { } publication } } => Thing.Of("Organization").With("name", publication),
        { OrganisationSlug: { } slug } => Thing.Of("Organization", site.Page($"/organisations/{slug}"))
            .With("name", entry.OrganisationName).With("url", site.Page($"/organisations/{slug}")),
        _ => Thing.Of("Organization", site.Page("/") + "#publisher").With("name", site.Name).With("url", site.Page("/")),
    };

    static JsonNode? Subject(SubjectLine subject, SiteLinks site) => Thing.Of(Types[subject.Kind], site.Page(subject.Path))
        .With("name", subject.Name).With("url", site.Page(subject.Path))
        .With("image", subject.Kind is "films" or "series" or "screenings" or "venues" ? site.Page($"{subject.Path}/share.jpg") : null);
}
