using System.Text.Json.Serialization;
using System.Collections.ObjectModel;
using HomsScreenings.Model;

namespace HomsScreenings.Import;

/// <summary>A venue in a programme file.</summary>
public sealed record VenueEntry : IPicturedEntry
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public string? Address { get; init; }
    public string? Area { get; init; }
    public string? PostalCode { get; init; }
    public string? City { get; init; }
    public string? Region { get; init; }
    public string? Country { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public string? TimeZone { get; init; }
    /// <summary>The file has no zone; it is taken from the town.</summary>
    public bool TimeZoneIsTowns { get; init; }
    public string? Directions { get; init; }
    public string? Website { get; init; }
    public Known StepFree { get; init; }
    public Known HearingLoop { get; init; }
    public Known AccessibleToilet { get; init; }
    public int? WheelchairPlaces { get; init; }
    public string? AccessNotes { get; init; }
    public Expectations? Expect { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, VenueTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, VenueTranslationEntry>.Empty;
    public IReadOnlyList<RoomEntry> Rooms { get; init; } = [];
    public bool Sample { get; init; }
    /// <summary>False for a draft; what the file does not say is public.</summary>
    public bool? Published { get; init; }
    public IReadOnlyList<PictureEntry>? Pictures { get; init; }
    /// <summary>Slug of the organisation that owns the record.</summary>
    public string? Organisation { get; init; }
}

public sealed record RoomEntry(string Name, int? Seats);
