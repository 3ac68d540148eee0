using System.Text.Json.Nodes;
using HomsScreenings.Model;

namespace HomsScreenings.Tests.StructuredData;

/// <summary>
/// What a generated screening must be told as, put together from what was typed and not from what the program made of it.
/// </summary>
static class ExpectedEvent
{
    const string Site = ScreeningsApp.BaseUrl;

    public static JsonObject? Of(GeneratedScreenings.Case one, Screening screening)
    {
        if (one.When is null) return null;
        var url = $"{Site}/screenings/{screening.Slug}";
        var (moved, online) = (one.Name is "Rescheduled" or "Online and later", one.Name.StartsWith("Online", StringComparison.Ordinal));
        var (start, end) = Times(one);
        return Object(
            ("@type", "ScreeningEvent"), ("@id", url), ("name", one.Films == 2 ? "Return to Homs + Silvered Water" : one.Name),
            ("url", url), ("image", url + "/share.jpg"),
            ("startDate", start), ("endDate", end),
            ("doorTime", one.Name == "Damascus" ? "2027-01-15T17:15:00+03:00" : null),
            ("eventStatus", Status(one.Name)),
            ("eventAttendanceMode", $"https://schema.org/{(online ? "Online" : "Offline")}EventAttendanceMode"),
            ("location", online ? Object(("@type", "VirtualLocation"), ("url", one.Name == "Online" ? "https://watch.example.org/x" : url))
                : Place(one)),
            ("workPresented",
                one.Films == 2 ? new JsonArray(Movie("Return to Homs", 94, "العودة إلى حمص"), Movie("Silvered Water", 92, null))
                    : Movie("Return to Homs", 94, "العودة إلى حمص")),
            ("inLanguage", one.Films == 2 ? new JsonArray("ar", "ku") : "ar"),
            ("subtitleLanguage", one.Films == 2 ? new JsonArray("en", "fr") : null),
            ("isAccessibleForFree", one.Name.EndsWith("in London", StringComparison.Ordinal) ? true : IsTicketed(one.Name) ? false : null),
            ("offers", Offer(one.Name, url)),
            ("performer",
                one.HasSpeaker
                    ? Object(("@type", "Person"), ("@id", Site + "/people/talal-derki"),
                        ("name", "Talal Derki"), ("url", Site + "/people/talal-derki")) : null),
            ("organizer",
                Object(("@type", "Organization"), ("@id", Site + "/organisations/homs-campaign"),
                    ("name", "Homs Campaign"), ("url", Site + "/organisations/homs-campaign"))),
            ("description", one.Series is null ? null : "With soup & </script> bread."),
            ("videoFormat", "Digital video"),
            ("previousStartDate", !moved ? null : one.Name == "Rescheduled" ? "2026-06-24T18:00:00+01:00" : "2026-06-25T18:00:00+01:00"),
            ("maximumAttendeeCapacity", one.Seats),
            ("superEvent",
                one.Series is null ? null
                    : Object(("@type", "EventSeries"), ("@id", Site + "/series/the-tour"),
                        ("name", "The tour"), ("url", Site + "/series/the-tour"), ("startDate", "2026-06-01"), ("endDate", "2026-08-31"))));
    }

    // Ends are told: ninety-four minutes after the beginning, but for the talk and the double bill.
    static (string Start, string? End) Times(GeneratedScreenings.Case one) => one.Name switch
    {
        "No time" => ("2026-06-28", null),
        "Rescheduled" => ("2027-02-01T19:15:00+00:00", "2027-02-01T20:49:00+00:00"),
        "Online and later" => ("2026-07-01T18:00:00+01:00", "2026-07-01T19:34:00+01:00"),
        "With a talk" => ("2026-06-26T18:00:00+01:00", "2026-06-26T20:09:00+01:00"),
        "Double bill" => ("2026-06-27T18:00:00+01:00", "2026-06-27T21:06:00+01:00"),
        _ => (Said(DateTime.Parse(one.When!), one.Utc!), Said(DateTime.Parse(one.When!).AddMinutes(94), one.Utc!)),
    };

    static string Said(DateTime wall, string utc) => $"{wall:yyyy-MM-dd'T'HH:mm:ss}{utc}";

    static JsonNode Status(string name) => name switch
    {
        "Cancelled" => "https://schema.org/EventCancelled",
        "Postponed" => "https://schema.org/EventPostponed",
        "Rescheduled" => "https://schema.org/EventRescheduled",
        "Online" => "https://schema.org/EventMovedOnline",
        "Online and later" => new JsonArray("https://schema.org/EventMovedOnline", "https://schema.org/EventRescheduled"),
        _ => "https://schema.org/EventScheduled",
    };

    static JsonObject Place(GeneratedScreenings.Case one)
    {
        if (one.Hall is not { } hall)
            return Object(("@type", "Place"), ("name", "Camden"),
                ("address", Object(("@type", "PostalAddress"), ("addressLocality", "London"), ("addressCountry", "GB"))));
        var name = one.AddressIsHidden ? hall.Name + ", somewhere" : hall.Name;
        var url = $"{Site}/venues/{HomsScreenings.Records.Slug.From("venue", name)}";
        return Object(("@type", "Place"), ("@id", url), ("name", name), ("url", url),
            ("address",
                Object(("@type", "PostalAddress"), ("streetAddress", one.AddressIsHidden ? null : "1 High Street"),
                    ("addressLocality", hall.City), ("postalCode", one.AddressIsHidden ? null : "A1"), ("addressCountry", hall.Country))),
            ("geo", one.AddressIsHidden ? null
                : Object(("@type", "GeoCoordinates"), ("latitude", hall.Latitude), ("longitude", hall.Longitude))));
    }

    static JsonObject Movie(string title, int minutes, string? original)
    {
        var url = $"{Site}/films/{HomsScreenings.Records.Slug.From("film", title)}";
        return Object(("@type", "Movie"), ("@id", url), ("name", title),
            ("alternateName", original is null ? null : Object(("@value", original), ("@language", "ar"))), ("url", url),
            ("image", url + "/share.jpg"), ("datePublished", "2013"), ("duration", $"PT{minutes}M"), ("inLanguage", "ar"));
    }

    static bool IsTicketed(string name) =>
        name is "Winter in Los Angeles" or "Summer in Los Angeles" or "Kolkata" or "Ticketed" or "Full house" or "Cancelled";

    static JsonObject? Offer(string name, string url)
    {
        const string since = "2026-06-01T12:00:00+00:00";
        return name switch
        {
            "Winter in London" or "Summer in London" => Object(("@type", "Offer"), ("price", "0"), ("priceCurrency", "GBP"), ("url", url),
                ("validFrom", since)),
            "Winter in Los Angeles" =>
                Object(("@type", "Offer"), ("price", "12.50"), ("priceCurrency", "USD"), ("url", url), ("validFrom", since)),
            "Summer in Los Angeles" =>
                Object(("@type", "AggregateOffer"), ("lowPrice", "12.50"),
                    ("highPrice", "20"), ("priceCurrency", "USD"), ("url", url), ("validFrom", since)),
            "Kolkata" =>
                Object(("@type", "AggregateOffer"), ("lowPrice", "200"),
                    ("highPrice", "350"), ("priceCurrency", "INR"), ("url", url), ("validFrom", since)),
            "Ticketed" =>
                Object(("@type", "Offer"), ("price", "8"), ("priceCurrency", "GBP"),
                    ("url", "https://book.example.org/?a=1&b=<2>"), ("availability", "https://schema.org/InStock"), ("validFrom", since)),
            "Full house" => Object(("@type", "Offer"), ("price", "8"), ("priceCurrency", "GBP"), ("url", url), ("validFrom", since)),
            "Pay what you can" =>
                Object(("@type", "Offer"), ("name", "Pay what you can"),
                    ("priceSpecification", Object(("@type", "PriceSpecification"), ("minPrice", "2"), ("priceCurrency", "GBP"))),
                    ("url", url), ("validFrom", since)),
            _ => null, // also what is cancelled: it had tickets
        };
    }

    static JsonObject Object(params (string Name, JsonNode? Value)[] parts)
    {
        var made = new JsonObject();
        foreach (var (name, value) in parts) if (value is not null) made[name] = value;
        return made;
    }
}
