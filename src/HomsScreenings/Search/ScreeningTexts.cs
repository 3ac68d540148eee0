using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Search;

/// <summary>
/// What a screening is found by: the one place that says which texts count. Films and series, and what venues and organisations are
/// called in other languages, are read once in a run, however many screenings name them.
/// </summary>
sealed class ScreeningTexts(ScreeningsDb db)
{
    readonly Dictionary<int, HashSet<string>> _films = [], _series = [], _venues = [], _organisations = [];

    /// <summary>The words of these screenings, and which of them are public, in a fixed number of statements.</summary>
    public async Task<(IReadOnlyDictionary<int, HashSet<string>> Words, IReadOnlySet<int> Public)> WordsAsync(
        int[] screenings, CancellationToken cancellationToken)
    {
        var rows = await db.Screenings.Where(s => screenings.Contains(s.Id)).Select(s => new
        {
            s.Id,
            s.IsPublic,
            s.Title,
            s.Description,
            s.SeriesId,
            s.VenueId,
            s.OrganisationId,
            s.Date,
            s.Provisions,
            s.Languages,
            s.Subtitles,
            Venue = s.Venue!.Name,
            Area = s.Venue != null ? s.Venue.Area : s.Area,
            Town = s.Venue != null ? s.Venue.City : s.City,
            Region = s.Venue != null ? s.Venue.Region : s.Region,
            Country = s.Venue != null ? s.Venue.Country : s.Country,
            Organisation = s.Organisation!.Name,
        }).ToListAsync(cancellationToken);
        var wordings = await db.Set<ScreeningTranslation>().Where(w => screenings.Contains(w.ScreeningId))
            .Select(w => new { w.ScreeningId, w.Title, w.Description }).ToListAsync(cancellationToken);
        var speakers = await db.Set<Speaker>().Where(s => screenings.Contains(s.ScreeningId))
            .Select(s => new { s.ScreeningId, s.Person.NameKey, Others = s.Person.Translations.Select(t => t.NameKey).ToList() })
            .ToListAsync(cancellationToken);
        var films = await db.Set<ScreeningFilm>().Where(f => screenings.Contains(f.ScreeningId))
            .Select(f => new { f.ScreeningId, f.FilmId }).ToListAsync(cancellationToken);
        await ReadFilmsAsync([.. films.Select(f => f.FilmId).Distinct().Where(id => !_films.ContainsKey(id))], cancellationToken);
        await ReadSeriesAsync(New(rows.Select(r => r.SeriesId), _series), cancellationToken);
        await ReadVenuesAsync(New(rows.Select(r => r.VenueId), _venues), cancellationToken);
        await ReadOrganisationsAsync(New(rows.Select(r => r.OrganisationId), _organisations), cancellationToken);

        var words = rows.ToDictionary(r => r.Id, r => FindableWords.Of(r.Title, r.Description, r.Venue, r.Area, r.Town, r.Region,
            r.Organisation)
            .Concat(FindableWords.Of([.. PlaceNames.InOtherLanguages(r.Town, r.Region, r.Country)]))
            .Concat(FactWords.Of(r.Date, r.Provisions)).Concat(FactWords.Of(r.Languages.Concat(r.Subtitles)))
            .ToHashSet(StringComparer.Ordinal));
        foreach (var wording in wordings) words[wording.ScreeningId].UnionWith(FindableWords.Of(wording.Title, wording.Description));
        foreach (var speaker in speakers) words[speaker.ScreeningId].UnionWith(FindableWords.Of([speaker.NameKey, .. speaker.Others]));
        foreach (var film in films) words[film.ScreeningId].UnionWith(_films[film.FilmId]);
        foreach (var row in rows)
        {
            if (row.SeriesId is { } series) words[row.Id].UnionWith(_series[series]);
            if (row.VenueId is { } venue) words[row.Id].UnionWith(_venues[venue]);
            if (row.OrganisationId is { } organisation) words[row.Id].UnionWith(_organisations[organisation]);
        }
        return (words, rows.Where(r => r.IsPublic).Select(r => r.Id).ToHashSet());
    }

    static int[] New(IEnumerable<int?> ids, Dictionary<int, HashSet<string>> known) =>
        [.. ids.OfType<int>().Distinct().Where(id => !known.ContainsKey(id))];

    async Task ReadFilmsAsync(int[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return;
        foreach (var film in await db.Films.Where(f => ids.Contains(f.Id))
            .Select(f => new { f.Id, f.Title, f.OriginalTitle, f.Synopsis, f.Kind, f.Languages }).ToListAsync(cancellationToken))
        {
            Add(_films, film.Id, film.Title, film.OriginalTitle, film.Synopsis);
            _films[film.Id].UnionWith(FactWords.Of(film.Kind, film.Languages));
        }
        foreach (var wording in await db.Set<FilmTranslation>().Where(w => ids.Contains(w.FilmId))
            .Select(w => new { w.FilmId, w.Title, w.Synopsis }).ToListAsync(cancellationToken))
            Add(_films, wording.FilmId, wording.Title, wording.Synopsis);
        foreach (var credit in await db.Set<Credit>().Where(c => ids.Contains(c.FilmId))
            .Select(c => new { c.FilmId, c.Person.NameKey, Others = c.Person.Translations.Select(t => t.NameKey).ToList() })
            .ToListAsync(cancellationToken))
            Add(_films, credit.FilmId, [credit.NameKey, .. credit.Others]);
    }

    async Task ReadSeriesAsync(int[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return;
        foreach (var series in await db.Series.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Title, s.Description })
            .ToListAsync(cancellationToken))
            Add(_series, series.Id, series.Title, series.Description);
        foreach (var wording in await db.Set<SeriesTranslation>().Where(w => ids.Contains(w.SeriesId))
            .Select(w => new { w.SeriesId, w.Title, w.Description }).ToListAsync(cancellationToken))
            Add(_series, wording.SeriesId, wording.Title, wording.Description);
        foreach (var partner in await db.Set<Partner>().Where(p => ids.Contains(p.SeriesId))
            .Select(p => new { p.SeriesId, p.Organisation.NameKey, Others = p.Organisation.Translations.Select(t => t.NameKey).ToList() })
            .ToListAsync(cancellationToken))
            Add(_series, partner.SeriesId, [partner.NameKey, .. partner.Others]);
    }

    async Task ReadVenuesAsync(int[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return;
        foreach (var id in ids) Add(_venues, id);
        foreach (var wording in await db.Set<VenueTranslation>().Where(w => ids.Contains(w.VenueId) && w.Name != null)
            .Select(w => new { w.VenueId, w.Name }).ToListAsync(cancellationToken))
            Add(_venues, wording.VenueId, wording.Name);
    }

    async Task ReadOrganisationsAsync(int[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return;
        foreach (var id in ids) Add(_organisations, id);
        foreach (var wording in await db.Set<OrganisationTranslation>().Where(w => ids.Contains(w.OrganisationId) && w.Name != null)
            .Select(w => new { w.OrganisationId, w.Name }).ToListAsync(cancellationToken))
            Add(_organisations, wording.OrganisationId, wording.Name);
    }

    static void Add(Dictionary<int, HashSet<string>> known, int id, params ReadOnlySpan<string?> texts)
    {
        if (!known.TryGetValue(id, out var words)) known[id] = words = new HashSet<string>(StringComparer.Ordinal);
        words.UnionWith(FindableWords.Of(texts));
    }
}
