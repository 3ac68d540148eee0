using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Import;

/// <summary>A record of the file that has pictures.</summary>
public interface IPicturedEntry : IEntry
{
    /// <summary>All its pictures, in their order; null where the file says nothing of them.</summary>
    IReadOnlyList<PictureEntry>? Pictures { get; }
}

/// <summary>A picture in a programme file; the files of the picture itself lie beside it.</summary>
/// <param name="File">What the names of its files begin with: 32 hexadecimal digits.</param>
/// <param name="Role">Nullable, so that the first of the names is written too.</param>
/// <param name="Width">Of the largest of its files, in pixels.</param>
/// <param name="Height">Of the largest of its files, in pixels.</param>
/// <param name="Colour">'#rrggbb'.</param>
public sealed record PictureEntry(string File, PictureRole? Role, int Width, int Height, string Colour)
{
    /// <summary>In per cent from the left; null for the middle.</summary>
    public int? FocusX { get; init; }
    /// <summary>In per cent from the top; null for the middle.</summary>
    public int? FocusY { get; init; }
    public string? AltText { get; init; }
    public bool Decorative { get; init; }
    public string? Caption { get; init; }
    public string? Credit { get; init; }
    public string? Source { get; init; }
    public LocalDate? Until { get; init; }
    /// <summary>The language of the texts here, where it is not English.</summary>
    public string? TextLanguage { get; init; }
    /// <summary>The texts in other languages, by language.</summary>
    [JsonPropertyName("wordings")]
    public IReadOnlyDictionary<string, PictureTranslationEntry> Translations { get; init; } =
        ReadOnlyDictionary<string, PictureTranslationEntry>.Empty;
}

public sealed record PictureTranslationEntry(string? AltText, string? Caption);
