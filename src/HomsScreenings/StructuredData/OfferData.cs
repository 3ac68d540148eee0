using System.Text.Json.Nodes;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Text;
using NodaTime;

namespace HomsScreenings.StructuredData;

/// <summary>What it takes to get in, as far as somebody has said.</summary>
public static class OfferData
{
    /// <summary>The offer; null where there is none: it is called off or over, by invitation, or nothing is known.</summary>
    public static JsonObject? Of(ScreeningCard card, SiteLinks site, Instant now)
    {
        if (!card.IsOn || card.IsOver(now)) return null;
        var offer = card.Admission switch
        {
            Admission.Free => Thing.Of("Offer").With("price", "0")
                .With("priceCurrency", card.Currency ?? CountryCodes.CurrencyOf(card.Country)),
            Admission.PayWhatYouCan => Thing.Of("Offer").With("name", card.AdmissionWords).With("priceSpecification", Bounds(card)),
            Admission.Ticketed => Priced(card),
            Admission.Unknown when card.BookingUrl is not null || card.Seats is not null => Thing.Of("Offer"),
            _ => null,
        };
        return offer?.With(
            "url", card.BookingUrl ?? site.Page(card.TakesBookings(now) ? $"/screenings/{card.Slug}/book" : $"/screenings/{card.Slug}"))
            .With("availability", Availability(card, now)).With("validFrom", EventTimes.Format(card.Seats?.OpensAt ?? card.PublishedAt))
            .With("availabilityStarts", EventTimes.Format(card.Seats?.OpensAt))
            .With("availabilityEnds", EventTimes.Format(card.Seats?.ClosesAt(card.Beginning)));
    }

    /// <summary>Whether seats are to be had (schema.org ItemAvailability); null where nobody can say.</summary>
    public static string? Availability(ScreeningCard card, Instant now) => card.SeatsAt(now) switch
    {
        SeatState.Free => "https://schema.org/InStock",
        SeatState.Few => "https://schema.org/LimitedAvailability",
        SeatState.WaitingList or SeatState.Full => "https://schema.org/SoldOut",
        SeatState.NotYetOpen => "https://schema.org/PreSale",
        _ => card is { IsOn: true, BookingUrl: not null } ? "https://schema.org/InStock" : null,
    };

    static JsonObject? Priced(ScreeningCard card) => card switch
    {
        { Currency: { } currency, PriceFrom: { } from, PriceTo: { } to } when from != to =>
            Thing.Of("AggregateOffer").With("lowPrice", Amount(from, currency)).With("highPrice", Amount(to, currency))
            .With("priceCurrency", currency),
        { Currency: { } currency } when (card.PriceFrom ?? card.PriceTo) is { } price =>
            Thing.Of("Offer").With("price", Amount(price, currency)).With("priceCurrency", currency),
        not { BookingUrl: null, Seats: null } => Thing.Of("Offer"),
        _ => null,
    };

    static JsonObject? Bounds(ScreeningCard card) => card.Currency is not { } currency || (card.PriceFrom ?? card.PriceTo) is null ? null
        : Thing.Of("PriceSpecification").With("minPrice", Amount(card.PriceFrom, currency)).With("maxPrice", Amount(card.PriceTo, currency))
        .With("priceCurrency", currency);

    static string? Amount(decimal? amount, string currency) => amount is { } known ? MoneyWords.PlainAmount(known, currency) : null;
}
