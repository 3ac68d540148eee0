using System.Text.Json.Nodes;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Venues;

namespace HomsScreenings.StructuredData;

/// <summary>Places: a venue, or as much of the town as is known or told.</summary>
public static class PlaceData
{
    public static JsonObject Of(VenueDetails venue, SiteLinks site) => Thing.Of("Place", site.Page($"/venues/{venue.Slug}"))
        .With("name", venue.Name).With("url", site.Page($"/venues/{venue.Slug}")).With("sameAs", venue.Website)
        .With("address", Address(venue.Address, venue.Area, venue.City, venue.Region, venue.PostalCode, venue.Country))
        .With("geo", Geo(venue.Latitude, venue.Longitude))
        .With("amenityFeature", Amenities(venue.Access))
        .With("containsPlace",
            venue.Rooms.Select(room => (JsonNode?)Thing.Of("Place").With("name", room.Name).With("maximumAttendeeCapacity", room.Seats)));

    /// <summary>Where a screening takes place; null where nobody has said.</summary>
    public static JsonObject? Of(ScreeningCard card, SiteLinks site)
    {
        if (card.Status == ScreeningStatus.MovedOnline) return Thing.Of("VirtualLocation").With("url", card.OnlineUrl);
        var address = Address(card.Address, card.Area, card.City, card.Region, card.PostalCode, card.Country);
        if (card.VenueName is null)
            return address is null ? null : Thing.Of("Place").With("name", card.Area ?? card.City).With("address", address);
        var url = site.Page($"/venues/{card.VenueSlug}");
        return Thing.Of("Place", url).With("name", card.RoomName is { } room ? $"{card.VenueName}, {room}" : card.VenueName)
            .With("url", url)
            .With("address", address).With("geo", Geo(card.Latitude, card.Longitude));
    }

    static JsonObject? Address(string? street, string? area, string? city, string? region, string? postalCode, string? country)
    {
        var address = Thing.Of("PostalAddress")
            .With("streetAddress", street is not null && area is not null ? $"{street}, {area}" : street)
            .With("addressLocality", city ?? area).With("addressRegion", region).With("postalCode", postalCode)
            .With("addressCountry", country);
        return address.Count > 1 ? address : null;
    }

    static JsonObject? Geo(double? latitude, double? longitude) => latitude is null || longitude is null ? null
        : Thing.Of("GeoCoordinates").With("latitude", latitude).With("longitude", longitude);

    static IEnumerable<JsonNode?> Amenities(VenueAccess access) =>
        new[] { (AccessNeed.StepFree, access.StepFree), (AccessNeed.HearingLoop, access.HearingLoop) }
            .Where(a => a.Item2 != Known.Unknown)
            .Select(a =>
                Thing.Of("LocationFeatureSpecification").With("name", ScreeningWords.Format(a.Item1)).With("value", a.Item2 == Known.Yes));
}
