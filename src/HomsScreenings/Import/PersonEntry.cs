using System.Text.Json.Serialization;
using System.Collections.ObjectModel;

namespace HomsScreenings.Import;

/// <summary>A person in a programme file.</summary>
public sealed record PersonEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public TextIn? OriginalName { get; init; }
    public string? About { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, PersonTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, PersonTranslationEntry>.Empty;
    /// <summary>False for a draft; what the file does not say is public.</summary>
    public bool? Published { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
    /// <summary>Slug of the organisation that owns the record.</summary>
    public string? Organisation { get; init; }
}
