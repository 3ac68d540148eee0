using HomsScreenings.Films;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Programme;

/// <summary>What is printed of the films of a page.</summary>
public static class ProgrammeFilms
{
    /// <summary>
    /// The films with these slugs: in one statement, or in none where all are known from another answer at the same version.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, FilmInBrief>> OfAsync(
        ScreeningsDb db, ProgrammeFinder finder, IEnumerable<string> slugs, CancellationToken cancellationToken)
    {
        var (language, wanted, kept) = (Language.Current.Tag, slugs.ToHashSet(StringComparer.Ordinal), finder.Snapshot.Films);
        var films = kept.Of(language, wanted);
        wanted.ExceptWith(films.Keys);
        var read = await FilmInBrief.FindAsync(db, [.. wanted], cancellationToken);
        kept.Keep(language, read);
        foreach (var film in read) films.Add(film.Slug, film);
        return films;
    }
}
