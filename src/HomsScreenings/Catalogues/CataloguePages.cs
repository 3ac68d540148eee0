namespace HomsScreenings.Catalogues;

static class CataloguePages
{
    /// <summary>One page of what a filter leaves over.</summary>
    /// <param name="order">Puts what was found into another order than that of the catalogue.</param>
    /// <param name="cards">Reads the cards of some entries, in any order, by their numbers.</param>
    public static async Task<CataloguePage<TCard>> PageAsync<TCard>(
        this RecordCatalogue catalogue, CatalogueFilter filter, int skip, int size,
        Func<IEnumerable<CatalogueEntry>, IEnumerable<CatalogueEntry>> order, Func<int[], Task<Dictionary<int, TCard>>> cards)
    {
        var found = catalogue.Find(filter);
        if (found.Total == 0) return new(found, [], Loosened(catalogue, filter));
        var shown = order(found.Entries).Skip(skip).Take(size).ToList();
        // Who was deleted since the catalogue was read has no card.
        var read = shown.Count == 0 ? [] : await cards([.. shown.Select(e => e.Id)]);
        return new(found, [.. shown.Where(e => read.ContainsKey(e.Id)).Select(e => new CatalogueLine<TCard>(e, read[e.Id]))], []);
    }

    static List<LoosenedCatalogue> Loosened(RecordCatalogue catalogue, CatalogueFilter filter) =>
        [.. filter.Pairs().Select(pair => (Pair: pair, Filter: filter.Without(pair.Key, pair.Value)))
            .Select(way => new LoosenedCatalogue(way.Pair.Key, way.Pair.Value, way.Filter, catalogue.Find(way.Filter).Total))
            .Where(way => way.Total > 0)];
}
