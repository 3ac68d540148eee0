using System.Collections.ObjectModel;
using HomsScreenings.Search;
using HomsScreenings.Text;

namespace HomsScreenings.Catalogues;

/// <summary>The records of a catalogue as they were read: what no screening and no clock changes.</summary>
/// <param name="entries">In the order of the list.</param>
sealed class CatalogueRows(IReadOnlyList<CatalogueFacet> facets, IReadOnlyList<CatalogueEntry> entries)
{
    readonly Lazy<Vocabulary> _vocabulary = new(() =>
        new Vocabulary(entries.SelectMany(e => e.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    // Of several spellings of a name the first one is the one that it has here.
    readonly Lazy<Dictionary<(string Facet, string Key), string>> _spellings = new(() =>
        (from facet in facets.Index()
         where facet.Item.IsSpeltAnyhow
         from value in entries.SelectMany(e => e.Values[facet.Index])
         group value by (facet.Item.Name, SearchKey.Of(value))).ToDictionary(v => v.Key, v => v.Min(StringComparer.Ordinal)!));

    public IReadOnlyList<CatalogueFacet> Facets => facets;

    /// <summary>What values are called that are records: only who reads the rows knows their names.</summary>
    public IReadOnlyDictionary<(string Facet, string Value), string> Names { get; init; } =
        ReadOnlyDictionary<(string, string), string>.Empty;

    public IReadOnlyList<CatalogueEntry> Entries => entries;

    /// <summary>All words by which its records are found.</summary>
    public Vocabulary Vocabulary => _vocabulary.Value;

    /// <summary>The same filter with each name as it is spelt here, so that what is one list has one address.</summary>
    public CatalogueFilter Spelt(CatalogueFilter filter) => filter with
    {
        Values = [.. filter.Values.Select(v => facets.Any(f => f.Name == v.Facet && f.IsSpeltAnyhow)
            ? (v.Facet, _spellings.Value.GetValueOrDefault((v.Facet, SearchKey.Of(v.Value)), v.Value)) : v).Distinct()],
    };
}
