using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>An entry of the journal in a programme file: a review, an article or news.</summary>
public sealed record ArticleEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    // Nullable, so that the first of the names is written too.
    public required EntryKind? Kind { get; init; }
    public required string Title { get; init; }
    public string? Standfirst { get; init; }
    public string? Body { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, ArticleTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, ArticleTranslationEntry>.Empty;
    /// <summary>Slug of the person who wrote it.</summary>
    public string? Author { get; init; }
    public string? Byline { get; init; }
    public string? AuthorNote { get; init; }
    public string? Publication { get; init; }
    public string? Issue { get; init; }
    public LocalDate? AppearedOn { get; init; }
    public string? OriginalUrl { get; init; }
    public RatingEntry? Rating { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<SubjectEntry> About { get; init; } = [];
    public bool Published { get; init; }
    /// <summary>When the public first saw it; without it, the moment of loading.</summary>
    public Instant? PublishedAt { get; init; }
    /// <summary>When it is to be published, where it is not yet.</summary>
    public Instant? ScheduledFor { get; init; }
    public CorrectionEntry? Correction { get; init; }
    /// <summary>True where it was public and was taken from the public; why, says <see cref="WithdrawalReason"/>.</summary>
    public bool Withdrawn { get; init; }
    public string? WithdrawalReason { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
    /// <summary>Slug of the organisation that owns the record.</summary>
    public string? Organisation { get; init; }
}

/// <summary>What an entry is about: one of these, by its slug.</summary>
public sealed record SubjectEntry(string? Film, string? Person, string? Series, string? Screening, string? Venue);

public sealed record RatingEntry(int Value, RatingScale? Scale);

public sealed record CorrectionEntry(string Note, Instant? At);
