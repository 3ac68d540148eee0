using HomsScreenings.Maps;
using NodaTime;

namespace HomsScreenings.Catalogues;

/// <summary>One record of a catalogue in memory: what its lists are ordered, narrowed and searched by, and no more.</summary>
/// <param name="Id">Its number in the database.</param>
/// <param name="Letter">The letter under which it stands.</param>
/// <param name="Words">All words by which it is found, each with a blank before it.</param>
/// <param name="Values">For each facet of the catalogue the values that it has.</param>
public sealed record CatalogueEntry(int Id, string Letter, string Words, IReadOnlyList<IReadOnlyList<string>> Values)
{
    /// <summary>Those of its words that say what it is called, by whom and of what kind; none where a search asks for all alike.</summary>
    public string NameWords { get; init; } = "";

    /// <summary>When it is next on; null where nothing with a date is announced.</summary>
    public LocalDate? Next { get; init; }

    /// <summary>When the public first saw it, in a catalogue that has the newest first.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>Its place in the alphabet of its catalogue.</summary>
    public int Position { get; init; }

    /// <summary>Where it is; null for what is nowhere, or where nobody has said.</summary>
    public GeoPoint? At { get; init; }

    /// <summary>The addresses of the records that it is about, where it is about any.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Words as they are kept here.</summary>
    public static string Join(IEnumerable<string> words) =>
        string.Concat(words.Distinct(StringComparer.Ordinal).Select(word => " " + word));
}
