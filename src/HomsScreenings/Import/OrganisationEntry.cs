using System.Text.Json.Serialization;
using System.Collections.ObjectModel;

namespace HomsScreenings.Import;

/// <summary>An organisation in a programme file.</summary>
public sealed record OrganisationEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public string? About { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, OrganisationTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, OrganisationTranslationEntry>.Empty;
    public string? Disclaimer { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<string> Links { get; init; } = [];
    public string? PublicEmail { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
}
