using HomsScreenings.Search;

namespace HomsScreenings.Catalogues;

/// <summary>
/// All films, people or venues as they are now, in the order in which a list has them: which there are and how many with each
/// value of each facet is answered from memory, in one pass. It never changes.
/// </summary>
/// <param name="rows">The records.</param>
/// <param name="entries">The same with what their screenings say of them.</param>
sealed class RecordCatalogue(CatalogueRows rows, IReadOnlyList<CatalogueEntry> entries)
{
    public IReadOnlyList<CatalogueEntry> Entries => entries;

    /// <summary>What a filter leaves over, with what else there is to choose from.</summary>
    /// <param name="asked">What somebody asked for.</param>
    public CatalogueResult Find(CatalogueFilter asked)
    {
        var (filter, facets) = (rows.Spelt(asked), rows.Facets);
        var search = filter.Query is { } query ? SearchWords.Of(query, rows.Vocabulary) : null;
        var wanted = facets.Select(f => filter.Values.Where(v => v.Facet == f.Name).Select(v => v.Value).ToList()).ToList();
        var (found, letters) = (new List<CatalogueEntry>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var counts = facets.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToList();
        foreach (var entry in entries)
        {
            if (search is not null && !HasAll(entry.Words, search)) continue;
            var (failed, last) = (0, -1);
            for (var i = 0; i < wanted.Count && failed < 2; i++)
                if (!Has(facets[i], entry.Values[i], wanted[i])) (failed, last) = (failed + 1, i);
            var isOfLetter = filter.Letter is null || entry.Letter == filter.Letter;
            // What fails by one facet alone is what another value of that facet would leave over.
            if (isOfLetter && failed == 0)
            {
                found.Add(entry);
                for (var i = 0; i < counts.Count; i++) Count(counts[i], entry.Values[i]);
            }
            else if (isOfLetter && failed == 1 && !facets[last].NeedsAll) Count(counts[last], entry.Values[last]);
            if (failed == 0) Count(letters, [entry.Letter]);
        }
        return new(filter, found, [.. facets.Zip(counts).Select(f => new FacetCounts(f.First, f.Second, rows.Names))], letters,
            search?.Taken ?? []);
    }

    /// <summary>Those whose names have the words of a search, and how many have the words at all.</summary>
    public (IReadOnlyList<CatalogueEntry> Named, int Total) Named(string query)
    {
        var search = SearchWords.Of(query, rows.Vocabulary);
        if (search.Words.Count == 0) return ([], 0);
        var found = entries.Where(e => HasAll(e.Words, search)).ToList();
        return (found.FindAll(e => HasAll(e.NameWords, search)), found.Count);
    }

    static bool Has(CatalogueFacet facet, IReadOnlyList<string> values, List<string> wanted) =>
        wanted.Count == 0 || (facet.NeedsAll ? wanted.TrueForAll(values.Contains) : wanted.Exists(values.Contains));

    static void Count(Dictionary<string, int> counts, IReadOnlyList<string> values)
    {
        foreach (var value in values) counts[value] = counts.GetValueOrDefault(value) + 1;
    }

    static bool HasAll(string words, SearchWords search) =>
        search.Words.All(forms => forms.Any(form => words.Contains(" " + form, StringComparison.Ordinal)));
}
