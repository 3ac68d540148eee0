using System.Text.Json.Serialization;
using System.Collections.ObjectModel;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>A tour, season, festival or programme in a programme file.</summary>
public sealed record SeriesEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    // Nullable, so that the first of the names is written too.
    public required SeriesKind? Kind { get; init; }
    public int? Year { get; init; }
    public LocalDate? Starts { get; init; }
    public LocalDate? Ends { get; init; }
    public string? DatesNote { get; init; }
    public string? Description { get; init; }
    public string? Invitation { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, SeriesTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, SeriesTranslationEntry>.Empty;
    public IReadOnlyList<PartnerEntry> Partners { get; init; } = [];
    public bool Published { get; init; }
    /// <summary>When the public first saw it; without it, the moment of loading.</summary>
    public Instant? PublishedAt { get; init; }
    public bool Sample { get; init; }
    /// <summary>Whether its page says how many wait for it near them.</summary>
    public bool ShowInterest { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
    /// <summary>Slug of the organisation that owns the record.</summary>
    public string? Organisation { get; init; }
}

public sealed record PartnerEntry(string Organisation, string? Part);
