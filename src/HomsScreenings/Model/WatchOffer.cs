using HomsScreenings.Records;

namespace HomsScreenings.Model;

public enum OfferKind { Stream, Rent, Buy, Free }

/// <summary>Where to watch the film at home.</summary>
public sealed class WatchOffer : IPart
{
    public int Id { get; private set; }
    public int FilmId { get; private set; }
    public required string Provider { get; set; }
    public required OfferKind Offer { get; set; }
    public string? Url { get; set; }
    /// <summary>In units of <see cref="Currency"/>; null when not known.</summary>
    public decimal? Price { get; set; }
    /// <summary>ISO 4217.</summary>
    public string? Currency { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Film), FilmId);
}
