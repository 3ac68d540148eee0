using System.Collections.Concurrent;
using HomsScreenings.Films;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>What was read of films for one answer serves the next, as <see cref="KeptCards"/> do, and goes with the snapshot.</summary>
sealed class KeptFilms
{
    const int MaxKept = 2_000;

    readonly ConcurrentDictionary<(string Language, string Slug), FilmInBrief> _films = [];

    /// <summary>Those of these that are kept, by their slugs.</summary>
    public Dictionary<string, FilmInBrief> Of(string language, IEnumerable<string> slugs)
    {
        var found = new Dictionary<string, FilmInBrief>(StringComparer.Ordinal);
        foreach (var slug in slugs)
            if (_films.TryGetValue((language, slug), out var film)) found[slug] = film;
        return found;
    }

    public void Keep(string language, IEnumerable<FilmInBrief> films)
    {
        if (_films.Count >= MaxKept) _films.Clear();
        foreach (var film in films) _films[(language, film.Slug)] = film;
    }
}
