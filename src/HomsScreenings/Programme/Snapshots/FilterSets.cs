using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme.Snapshots;

/// <summary>
/// What a filter needs beside the rows of a snapshot: who has the words of a search, who shows a film, which series an organisation is a
/// partner of.
/// </summary>
sealed class FilterSets
{
    IdSet? _words;
    ILookup<int, int> _screeningsByFilm = Nothing, _seriesByPartner = Nothing;

    static ILookup<int, int> Nothing { get; } = Array.Empty<int>().ToLookup(i => i);

    /// <summary>
    /// Finds them: in one statement each for films and partners, in one for each word that nobody has searched for lately.
    /// </summary>
    public static async Task<FilterSets> FindAsync(ScreeningsDb db,
        ProgrammeSnapshot snapshot, ScreeningFilter filter, FilterTargets targets, CancellationToken cancellationToken)
    {
        var sets = new FilterSets();
        foreach (var expression in targets.SearchOf(filter)?.Expressions ?? [])
        {
            var hits = await snapshot.Hits.OfAsync(db, expression, cancellationToken);
            sets._words = sets._words?.And(hits) ?? hits;
        }
        if (targets.Of("film", filter.Films) is { Count: > 0 } films)
            sets._screeningsByFilm = (await db.Set<ScreeningFilm>().Where(f => films.Contains(f.FilmId))
                .Select(f => new { f.FilmId, f.ScreeningId }).ToListAsync(cancellationToken))
                .ToLookup(f => f.FilmId, f => f.ScreeningId);
        if (targets.Of("organisation", filter.Organisations) is { Count: > 0 } organisations)
            sets._seriesByPartner = (await db.Series.SelectMany(s => s.Partners).Where(p => organisations.Contains(p.OrganisationId))
                .Select(p => new { p.OrganisationId, p.SeriesId }).ToListAsync(cancellationToken))
                .ToLookup(p => p.OrganisationId, p => p.SeriesId);
        return sets;
    }

    /// <summary>The screenings that have all words; null when none were asked for.</summary>
    public IdSet? Words(ScreeningFilter filter, FilterTargets targets) => targets.SearchOf(filter) is null ? null : _words;

    /// <summary>The screenings that show one of the films; null when none were asked for.</summary>
    public IdSet? Films(ScreeningFilter filter, FilterTargets targets) =>
        filter.Films.Count == 0 ? null : new(targets.Of("film", filter.Films).SelectMany(film => _screeningsByFilm[film]));

    /// <summary>The series of which one of the organisations is a partner.</summary>
    public IdSet PartnersSeries(IEnumerable<int> organisations) => new(organisations.SelectMany(o => _seriesByPartner[o]));
}
