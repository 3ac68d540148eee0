using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Catalogues;

/// <summary>
/// Films that somebody may like who likes one: by the same people, of the same series, and soon to be seen in the same language.
/// </summary>
public static class RelatedFilms
{
    const int Max = 6;

    /// <summary>At most six: those that can be seen first, then the closest. In three statements, and in a few more after a save.</summary>
    public static async Task<IReadOnlyList<CatalogueLine<FilmCard>>> FindAsync(
        ScreeningsDb db, FilmDetails film, Instant now, CancellationToken cancellationToken)
    {
        var entries = await FilmCatalogue.EntriesAsync(db, now, cancellationToken);
        var bySame = await BySame(db, film.Id).Distinct().ToHashSetAsync(cancellationToken);
        var ofSame = await OfSame(db, film.Id).Distinct().ToHashSetAsync(cancellationToken);
        var language = film.Languages.Count > 0 ? film.Languages[0] : null;
        var related = entries.Where(e => e.Id != film.Id
                && (bySame.Contains(e.Id) || ofSame.Contains(e.Id) || FilmCatalogue.IsShownIn(e, language)))
            .OrderBy(e => e.Next is null).ThenByDescending(e => bySame.Contains(e.Id)).ThenByDescending(e => ofSame.Contains(e.Id))
            .ThenBy(e => e.Next).ThenBy(e => e.Position).Take(Max).ToList();
        if (related.Count == 0) return [];
        var cards = await FilmCatalogue.CardsAsync(db, [.. related.Select(e => e.Id)], cancellationToken);
        return [.. related.Where(e => cards.ContainsKey(e.Id)).Select(e => new CatalogueLine<FilmCard>(e, cards[e.Id]))];
    }

    static IQueryable<int> BySame(ScreeningsDb db, int id) =>
        db.Set<Credit>().Where(c => c.FilmId == id).SelectMany(c => c.Person.Credits).Select(c => c.FilmId);

    static IQueryable<int> OfSame(ScreeningsDb db, int id)
    {
        var series = db.Set<ScreeningFilm>().Where(f => f.FilmId == id && f.Screening.IsPublic && f.Screening.SeriesId != null)
            .Select(f => f.Screening.SeriesId);
        return db.Screenings.Published().Where(s => series.Contains(s.SeriesId)).SelectMany(s => s.Films).Select(f => f.FilmId);
    }
}
