using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Guests;

/// <summary>A film or a series for which somebody may wait.</summary>
/// <param name="Path">Of its page.</param>
/// <param name="Title">In the language that is spoken.</param>
public sealed record InterestSubject(int? FilmId, int? SeriesId, string Path, string Title)
{
    /// <summary>The one at an address.</summary>
    /// <param name="kind">'films' or 'series'.</param>
    public static async Task<InterestSubject?> FindAsync(
        ScreeningsDb db, string kind, string slug, CancellationToken cancellationToken) =>
        kind == "films"
            ? await Films(db).Where(f => f.Slug == slug).Select(f => OfFilm(f.Id, f.Slug, f.TitleIn(Language.Current.Tag)))
                .SingleOrDefaultAsync(cancellationToken)
            : await Series(db).Where(s => s.Slug == slug).Select(s => OfSeries(s.Id, s.Slug, s.TitleIn(Language.Current.Tag)))
                .SingleOrDefaultAsync(cancellationToken);

    /// <summary>That of an interest; null where the public does not see it any more.</summary>
    public static async Task<InterestSubject?> OfAsync(ScreeningsDb db, Interest interest, CancellationToken cancellationToken) =>
        interest.FilmId is { } film
            ? await Films(db).Where(f => f.Id == film).Select(f => OfFilm(f.Id, f.Slug, f.TitleIn(Language.Current.Tag)))
                .SingleOrDefaultAsync(cancellationToken)
            : await Series(db).Where(s => s.Id == interest.SeriesId).Select(s => OfSeries(s.Id, s.Slug, s.TitleIn(Language.Current.Tag)))
                .SingleOrDefaultAsync(cancellationToken);

    static IQueryable<Film> Films(ScreeningsDb db) => db.Films.Where(f => f.IsPublic);

    static IQueryable<ScreeningSeries> Series(ScreeningsDb db) => db.Series.Where(s => s.IsPublic);

    static InterestSubject OfFilm(int id, string slug, string title) => new(id, null, $"/films/{slug}", title);

    static InterestSubject OfSeries(int id, string slug, string title) => new(null, id, $"/series/{slug}", title);
}
