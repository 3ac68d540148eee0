using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>What a filter leaves over of a catalogue.</summary>
/// <param name="Filter">What was asked for, with names as they are spelt here.</param>
/// <param name="Entries">In the order of the list.</param>
/// <param name="Facets">How many there would be with each value of each facet.</param>
/// <param name="LetterCounts">How many there would be with each first letter.</param>
/// <param name="WordsTaken">Words that were taken for others that are not there.</param>
public sealed record CatalogueResult(CatalogueFilter Filter, IReadOnlyList<CatalogueEntry> Entries, IReadOnlyList<FacetCounts> Facets,
    IReadOnlyDictionary<string, int> LetterCounts, IReadOnlyList<string> WordsTaken)
{
    public int Total => Entries.Count;

    /// <summary>The first letters that there are, in the order of the language that is spoken.</summary>
    public IEnumerable<string> Letters => LetterCounts.Keys.OrderBy(SortKey.OfLetter, StringComparer.Ordinal);

    public FacetCounts Facet(string name) => Facets.Single(f => f.Facet.Name == name);

    /// <summary>What one of the things that were asked for is called; a first letter aside.</summary>
    public string Label(string name, string value) =>
        name == CatalogueFilter.QueryName ? T("‘{0}’", value) : Facet(name).Label(value);
}

/// <summary>A facet, and how many records there would be with each of its values.</summary>
/// <param name="Names">What values are called that are records.</param>
public sealed record FacetCounts(CatalogueFacet Facet, IReadOnlyDictionary<string, int> Counts,
    IReadOnlyDictionary<(string Facet, string Value), string> Names)
{
    /// <summary>What a value is called in the language that is spoken.</summary>
    public string Label(string value) => Names.GetValueOrDefault((Facet.Name, value)) ?? Facet.Label(value);

    public int Of(string value) => Counts.GetValueOrDefault(value);

    /// <summary>The values that there are, in the order in which they are offered.</summary>
    public IEnumerable<string> Values =>
        Counts.Keys.OrderBy(Facet.Order ?? (value => SortKey.OfName(Label(value))), StringComparer.Ordinal)
            .ThenBy(value => value, StringComparer.Ordinal);
}

/// <summary>A way out of an empty list: what there would be without one of the things that were asked for.</summary>
/// <param name="Name">The facet, or what else it is, as it stands in the address.</param>
public sealed record LoosenedCatalogue(string Name, string Value, CatalogueFilter Filter, int Total);

/// <summary>One line of a list: what the catalogue knows of a record, and what is shown of it.</summary>
public sealed record CatalogueLine<TCard>(CatalogueEntry Entry, TCard Card);

/// <summary>A part of a catalogue as a page shows it.</summary>
/// <param name="Without">The ways out, where nothing is found.</param>
public sealed record CataloguePage<TCard>(
    CatalogueResult Found, IReadOnlyList<CatalogueLine<TCard>> Lines, IReadOnlyList<LoosenedCatalogue> Without);
