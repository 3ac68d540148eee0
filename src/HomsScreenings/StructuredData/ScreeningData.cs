using System.Text.Json.Nodes;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.StructuredData;

/// <summary>
/// Screenings as schema.org's ScreeningEvent. One without a date is no event yet; one that is made up is never one.
/// </summary>
public static class ScreeningData
{
    /// <summary>What a screening's own page tells: the event, or at least the films.</summary>
    /// <param name="description">Plain text.</param>
    public static IEnumerable<JsonObject> Of(ScreeningCard card, ScreeningDetails facts, string? description, Instant now, SiteLinks site)
    {
        if (card.IsSample) return [];
        var films = facts.Films.Select(film => MovieData.Of(film, card.Country, site));
        if (Event(card, films, facts.EndIsKnown, now, site) is not { } screening) return films;
        return [screening
            .With("description", description)
            .With("videoFormat", facts.Films.Select(f => f.Format).OfType<string>().Distinct(StringComparer.Ordinal))
            .With("previousStartDate", card.PreviousDate is null ? null
                : EventTimes.Format(facts.PreviousStartsAt, card.TimeZone) ?? EventTimes.Format(card.PreviousDate))
            .With("maximumAttendeeCapacity", card.Status == ScreeningStatus.MovedOnline ? null : facts.Capacity)
            .With("typicalAgeRange", facts.Expectations.MinimumAge is > 0 and var age ? FormattableString.Invariant($"{age}-") : null)
            .With("superEvent", Series(card, facts.SeriesStarts, site))];
    }

    /// <summary>A screening in a list; null where it is no event.</summary>
    public static JsonObject? Of(ScreeningCard card, Instant now, SiteLinks site) => card.IsSample ? null
        : Event(card, card.Films.Select(film => MovieData.Of(film, site)), endIsKnown: false, now, site)
            ?.With("previousStartDate", EventTimes.Format(card.PreviousDate)).With("superEvent", Series(card, null, site));

    static JsonObject? Event(ScreeningCard card, IEnumerable<JsonObject> films, bool endIsKnown, Instant now, SiteLinks site)
    {
        if (card.Date is null) return null;
        var url = site.Page($"/screenings/{card.Slug}");
        return Thing.Of("ScreeningEvent", url)
            .With("name", card.Heading).With("url", url).With("image", site.Page($"/screenings/{card.Slug}/share.jpg"))
            .With("startDate", EventTimes.Format(card.StartsAt, card.TimeZone) ?? EventTimes.Format(card.Date))
            .With("endDate", endIsKnown && card.StartsAt is not null ? EventTimes.Format(card.EndsAt, card.TimeZone) : null)
            .With("doorTime", card.DoorsMinutes is > 0 and var doors
                ? EventTimes.Format(card.StartsAt - Duration.FromMinutes(doors), card.TimeZone) : null)
            .With("eventStatus", Status(card))
            .With("eventAttendanceMode",
                $"https://schema.org/{(card.Status == ScreeningStatus.MovedOnline ? "Online" : "Offline")}EventAttendanceMode")
            .With("location", PlaceData.Of(card, site))
            .With("workPresented", films.Select(film => film.With("accessibilityFeature", Features(card))))
            .With("inLanguage", card.Languages.Count > 0 ? card.Languages
                : card.Films.SelectMany(f => f.Languages).Distinct(StringComparer.Ordinal))
            .With("subtitleLanguage", card.Subtitles)
            .With(
                "isAccessibleForFree", card.Admission switch { Admission.Free => true, Admission.Ticketed => false, _ => (JsonNode?)null })
            .With("offers", OfferData.Of(card, site, now))
            .With("performer", card.Speakers.Select(s => MovieData.Person(s, site)))
            .With("organizer", card.OrganisationName is { } name
                ? Thing.Of("Organization", site.Page($"/organisations/{card.OrganisationSlug}")).With("name", name)
                .With("url", site.Page($"/organisations/{card.OrganisationSlug}")) : null);
    }

    // In the words of the W3C's vocabulary, which schema.org names.
    static IEnumerable<string> Features(ScreeningCard card) =>
        new[] { (card.Captions, "captions"), (card.AudioDescription, "audioDescription"), (card.SignLanguage, "signLanguage") }
            .Where(feature => feature.Item1).Select(feature => feature.Item2);

    // What has moved into the net and to another day is both.
    static IEnumerable<string> Status(ScreeningCard card)
    {
        yield return card.Status switch
        {
            ScreeningStatus.Cancelled => "https://schema.org/EventCancelled",
            ScreeningStatus.Postponed => "https://schema.org/EventPostponed",
            ScreeningStatus.Rescheduled => "https://schema.org/EventRescheduled",
            ScreeningStatus.MovedOnline => "https://schema.org/EventMovedOnline",
            _ => "https://schema.org/EventScheduled",
        };
        if (card is { Status: ScreeningStatus.MovedOnline, PreviousDate: not null }) yield return "https://schema.org/EventRescheduled";
    }

    static JsonObject? Series(ScreeningCard card, LocalDate? starts, SiteLinks site) => card.SeriesTitle is not { } title ? null
        : SeriesData.Named(card.SeriesKind ?? SeriesKind.Programme, card.SeriesSlug!, title, starts, card.SeriesEnds, site);
}
