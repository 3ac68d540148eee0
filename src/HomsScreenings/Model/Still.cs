using HomsScreenings.Records;

namespace HomsScreenings.Model;

/// <summary>A still: what it shows, whose it is, and where it comes from. The picture itself may be missing.</summary>
public sealed class Still : IPart
{
    public int Id { get; private set; }
    public int FilmId { get; private set; }
    public required string Caption { get; set; }
    public string? Credit { get; set; }
    /// <summary>What somebody who cannot see it should know of it.</summary>
    public string? AltText { get; set; }
    public string? Source { get; set; }
    /// <summary>Where the picture can be had; linked, never embedded, for pages ask no other host for anything.</summary>
    public string? Url { get; set; }
    public int Position { get; set; }
    public (Type, int) PartOf => (typeof(Film), FilmId);
}
