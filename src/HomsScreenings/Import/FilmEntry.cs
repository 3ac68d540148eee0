using System.Text.Json.Serialization;
using System.Collections.ObjectModel;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>A film in a programme file.</summary>
public sealed record FilmEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public TextIn? OriginalTitle { get; init; }
    public int? Year { get; init; }
    // Nullable, so that the first of the names is written too.
    public required FilmKind? Kind { get; init; }
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Subtitles { get; init; } = [];
    public string? Format { get; init; }
    public string? TrailerUrl { get; init; }
    public IReadOnlyList<string> TrailerCaptions { get; init; } = [];
    public string? Website { get; init; }
    public IReadOnlyList<string> Links { get; init; } = [];
    public IReadOnlyList<AgeRating> AgeRatings { get; init; } = [];
    public string? Synopsis { get; init; }
    public string? ContentNotes { get; init; }
    public string? Notes { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, FilmTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, FilmTranslationEntry>.Empty;
    public IReadOnlyList<RunningTimeEntry> RunningTimes { get; init; } = [];
    public IReadOnlyList<CreditEntry> Credits { get; init; } = [];
    public IReadOnlyList<WatchOfferEntry> WatchOffers { get; init; } = [];
    public IReadOnlyList<StillEntry> Stills { get; init; } = [];
    public IReadOnlyList<AwardEntry> Awards { get; init; } = [];
    public IReadOnlyList<QuoteEntry> Quotes { get; init; } = [];
    /// <summary>False for a draft; what the file does not say is public.</summary>
    public bool? Published { get; init; }
    /// <summary>Whether its page says how many wait for it near them.</summary>
    public bool ShowInterest { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
    /// <summary>Slug of the organisation that owns the record.</summary>
    public string? Organisation { get; init; }
}

/// <summary>How long the film runs, says a source. A screening names with the same fields the cut that it shows.</summary>
public sealed record RunningTimeEntry(int Minutes, string? Cut, string? Source)
{
    public bool Means(RunningTimeEntry other) =>
        Minutes == other.Minutes && (Cut is null || Cut == other.Cut) && (Source is null || Source == other.Source);

    public static RunningTimeEntry Of(RunningTime time) => new(time.Minutes, time.Cut, time.Source);
}

public sealed record CreditEntry(string Role, string Person);

public sealed record WatchOfferEntry(string Provider, OfferKind? Offer, string? Url, decimal? Price, string? Currency);

public sealed record StillEntry(string Caption, string? Credit, string? AltText, string? Source, string? Url);

// Nullable, so that the first of the results is written too.
public sealed record AwardEntry(string? Name, string Festival, int? Year, AwardResult? Result, string? Source, string? Url);

/// <summary>A sentence of the press; its language only where that is not the one of the film's texts.</summary>
public sealed record QuoteEntry(string Text, string? Language, string? Author, string? Publication, LocalDate? Date, string? Url);
