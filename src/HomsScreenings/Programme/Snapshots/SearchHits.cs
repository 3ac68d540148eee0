using System.Collections.Concurrent;
using HomsScreenings.Search;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// Which screenings have a word, as the database's full-text search says: kept for the words that were searched for
/// lately, so that a word that every screening has is not looked up row by row each time.
/// </summary>
sealed class SearchHits
{
    // A set has a bit for each screening: at a million eight megabytes for all of them.
    const int MaxKept = 64;

    readonly ConcurrentDictionary<string, IdSet> _byExpression = new(StringComparer.Ordinal);

    /// <summary>Those that have one word of a search, given as an expression of <see cref="ScreeningsDb.ScreeningSearch"/>.</summary>
    public async Task<IdSet> OfAsync(ScreeningsDb db, string expression, CancellationToken cancellationToken)
    {
        if (_byExpression.TryGetValue(expression, out var known)) return known;
        var found = new IdSet();
        await foreach (var id in db.ScreeningSearch(expression).Select(hit => hit.ScreeningId).AsAsyncEnumerable()
            .WithCancellation(cancellationToken)) found.Set(id, true);
        if (_byExpression.Count >= MaxKept) _byExpression.Clear();
        return _byExpression[expression] = found;
    }

    /// <summary>The same words after a save.</summary>
    /// <param name="changed">The screenings that were saved, with the words that each has now; one that is gone has none.</param>
    public SearchHits After(IReadOnlyDictionary<int, string> changed)
    {
        var after = new SearchHits();
        foreach (var (expression, hits) in _byExpression)
        {
            var copy = hits.Copy();
            foreach (var (id, words) in changed) copy.Set(id, SearchWords.Has(words, expression));
            after._byExpression[expression] = copy;
        }
        return after;
    }

    public bool IsEmpty => _byExpression.IsEmpty;
}
