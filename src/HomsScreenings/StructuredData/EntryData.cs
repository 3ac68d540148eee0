using System.Text.Json.Nodes;
using HomsScreenings.Journal;
using HomsScreenings.Model;
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

    public static JsonObject Of(EntryDetails entry, SiteLinks site)
    {
        var page = site.Page($"/journal/{entry.Slug}");
        var about = entry.Subjects.Select(s => Subject(s, site)).ToList();
        var thing = Thing.Of(entry.Kind switch { EntryKind.Review => "Review", EntryKind.News => "NewsArticle", _ => "Article" }, page)
            .With("headline", entry.Title).With("name", entry.Title)
            .With("description", entry.StandfirstText?.Text)
            .With("inLanguage", entry.TextLanguage)
            .With("datePublished", entry.Origin.IsElsewhere ? EventTimes.Format(entry.Origin.On)
                : entry.PublishedAt is { } at ? InstantPattern.General.Format(at) : null)
            .With("dateModified", entry.CorrectedAt is { } corrected ? InstantPattern.General.Format(corrected) : null)
            .With("author", Author(entry, site))
            .With("publisher", Publisher(entry, site))
            .With("keywords", entry.Tags)
            .With("url", entry.Origin.Url ?? page)
            .With("mainEntityOfPage", entry.Origin.IsElsewhere ? null : page);
        if (entry.Kind != EntryKind.Review) return thing.With("about", about);
        return thing.With("itemReviewed", about.FirstOrDefault()).With("about", about.Skip(1))
            .With("reviewRating", entry.Rating is not { } rating ? null : Thing.Of("Rating").With("ratingValue", rating)
                .With("worstRating", 0).With("bestRating", JournalEntry.BestOf(entry.RatingScale)));
    }

    static JsonObject? Author(EntryDetails entry, SiteLinks site) => entry switch
    {
        { Author: { } person } => MovieData.Person(person, site),
        { Byline: { } name } => Thing.Of("Person").With("name", name),
        _ => null,
    };

    static JsonObject? Publisher(EntryDetails entry, SiteLinks site) => entry switch
    {
        { Origin: { IsElsewhere: true, Publication: { } publication } } => Thing.Of("Organization").With("name", publication),
        { OrganisationSlug: { } slug } => Thing.Of("Organization", site.Page($"/organisations/{slug}"))
            .With("name", entry.OrganisationName).With("url", site.Page($"/organisations/{slug}")),
        _ => null,
    };

    static JsonNode? Subject(SubjectLine subject, SiteLinks site) => Thing.Of(Types[subject.Kind], site.Page(subject.Path))
        .With("name", subject.Name).With("url", site.Page(subject.Path));
}
