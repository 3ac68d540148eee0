using System.Text.Json.Nodes;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Series;
using NodaTime;

namespace HomsScreenings.StructuredData;

/// <summary>Tours, seasons and programmes as schema.org's EventSeries; festivals as Festival.</summary>
public static class SeriesData
{
    /// <param name="description">Plain text.</param>
    /// <param name="screenings">Those that its page shows.</param>
    public static IEnumerable<JsonObject> Of(SeriesDetails series,
        string? description, IEnumerable<ScreeningCard> screenings, Instant now, SiteLinks site) => series.IsSample ? []
        : [Named(series.Kind, series.Slug, series.Title, series.Starts, series.Ends, site)
            .With("description", description)
            .With(
                "organizer",
                Organizers(series)
                    .Select(
                        o => (JsonNode?)Thing.Of("Organization", site.Page($"/organisations/{o.Slug}")).With("name", o.Name)
                            .With("url", site.Page($"/organisations/{o.Slug}"))))
            .With("subEvent", screenings.Select(s => Short(s, now, site)))];

    public static JsonObject Named(SeriesKind kind, string slug, string title, LocalDate? starts, LocalDate? ends, SiteLinks site) =>
        Thing.Of(kind == SeriesKind.Festival ? "Festival" : "EventSeries", site.Page($"/series/{slug}"))
            .With("name", title).With("url", site.Page($"/series/{slug}")).With("startDate", EventTimes.Format(starts))
            .With("endDate", EventTimes.Format(ends));

    static IEnumerable<(string Slug, string Name)> Organizers(SeriesDetails series) =>
        series is { OrganisationSlug: { } slug, OrganisationName: { } name }
        ? [(slug, name), .. series.Partners.Select(p => (p.Slug, p.Name))] : series.Partners.Select(p => (p.Slug, p.Name));

    // It lies within the series already, and need not say so again.
    static JsonObject? Short(ScreeningCard card, Instant now, SiteLinks site)
    {
        var screening = ScreeningData.Of(card, now, site);
        screening?.Remove("superEvent");
        return screening;
    }
}
