using System.Text.Json.Nodes;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Venues;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.StructuredData;

/// <summary>Places: a venue, or as much of the town as is known or told.</summary>
public static class PlaceData
{
    public static JsonObject Of(VenueDetails venue, SiteLinks site) => Thing.Of("Place", site.Page($"/venues/{venue.Slug}"))
        .With("name", venue.Name).With("url", site.Page($"/venues/{venue.Slug}")).With("sameAs", venue.Website)
        .With("address", Address(venue.Address, venue.Area, venue.City, venue.Region, venue.PostalCode, venue.Country))
        .With("geo", Geo(venue.Latitude, venue.Longitude))
        .With("amenityFeature", Amenities(venue.Access, venue.Expectations))
        .With("containsPlace",
            venue.Rooms.Select(room => (JsonNode?)Thing.Of("Place").With("name", room.Name).With("maximumAttendeeCapacity", room.Seats)));

    /// <summary>Where a screening takes place; null where nobody has said.</summary>
    public static JsonObject? Of(ScreeningCard card, SiteLinks site)
    {
        if (card.Status == ScreeningStatus.MovedOnline)
            return Thing.Of("VirtualLocation").With("url", card.OnlineUrl ?? site.Page($"/screenings/{card.Slug}"));
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

    static IEnumerable<JsonNode?> Amenities(VenueAccess access, Expectations known) =>
        new[] { (ScreeningWords.Format(AccessNeed.StepFree), access.StepFree),
            (ScreeningWords.Format(AccessNeed.HearingLoop), access.HearingLoop), (T("Accessible toilet"), access.AccessibleToilet),
            (T("Café or bar"), known.CafeOrBar), (T("Quiet space"), known.QuietSpace) }
            .Where(a => a.Item2 != Known.Unknown).Select(a => Amenity(a.Item1, a.Item2 == Known.Yes))
            .Concat(access.WheelchairPlaces is { } places ? [Amenity(T("Wheelchair spaces"), places)] : []);

    static JsonNode? Amenity(string name, JsonNode value) =>
        Thing.Of("LocationFeatureSpecification").With("name", name).With("value", value);
}
