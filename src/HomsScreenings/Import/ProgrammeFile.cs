using System.Text.Json.Serialization;

namespace HomsScreenings.Import;

/// <summary>
/// A programme as a file holds it, for loading and for export; docs/programme-format.md describes it for people.
/// Records refer to one another by slug. Whatever is null or empty is not known, and is not written.
/// </summary>
public sealed record ProgrammeFile
{
    /// <summary>The version of the format that this program reads and writes.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;
    /// <summary>For the people who read the file: where what it says comes from. Not loaded.</summary>
    public string? Sources { get; init; }
    public IReadOnlyList<OrganisationEntry> Organisations { get; init; } = [];
    public IReadOnlyList<PersonEntry> People { get; init; } = [];
    public IReadOnlyList<FilmEntry> Films { get; init; } = [];
    public IReadOnlyList<VenueEntry> Venues { get; init; } = [];
    public IReadOnlyList<SeriesEntry> Series { get; init; } = [];
    public IReadOnlyList<ScreeningEntry> Screenings { get; init; } = [];
    public IReadOnlyList<ArticleEntry> Journal { get; init; } = [];

    /// <summary>The pictures of all records.</summary>
    [JsonIgnore]
    public IEnumerable<PictureEntry> AllPictures =>
        new IEnumerable<IPicturedEntry>[] { Organisations, People, Films, Venues, Series, Journal }
            .SelectMany(entries => entries).SelectMany(entry => entry.Pictures ?? []);
}

/// <summary>A record of the file: its slug is its key.</summary>
public interface IEntry
{
    string Slug { get; }
}

/// <summary>A title or a name in its own language, where that is known.</summary>
public sealed record TextIn(string? Language, string Text);
