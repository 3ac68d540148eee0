using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Import;

/// <summary>
/// What the database already has of the records that a file names, by the slug that the file gives them; and what else
/// rests on records that the file changes. While loading, new records join the ones found.
/// </summary>
sealed class KnownRecords
{
    // Far below what any database takes as parameters of one statement.
    const int BatchSize = 1000;

    readonly ScreeningsDb _db;
    readonly CancellationToken _cancel;

    KnownRecords(ScreeningsDb db, CancellationToken cancellationToken) => (_db, _cancel) = (db, cancellationToken);

    public Dictionary<string, Organisation> Organisations { get; private set; } = [];
    public Dictionary<string, Person> People { get; private set; } = [];
    public Dictionary<string, Film> Films { get; private set; } = [];
    public Dictionary<string, Venue> Venues { get; private set; } = [];
    public Dictionary<string, ScreeningSeries> Series { get; private set; } = [];
    public Dictionary<string, Screening> Screenings { get; private set; } = [];
    public Dictionary<string, JournalEntry> Journal { get; private set; } = [];

    /// <summary>Type and slug of records that were removed here for good.</summary>
    public HashSet<(Type, string)> Removed { get; } = [];

    /// <summary>Screenings that the file does not name, whose times or room rest on what it changes of films and venues.</summary>
    public IReadOnlyList<Screening> Resting { get; private set; } = [];

    public static async Task<KnownRecords> FindAsync(ScreeningsDb db, ProgrammeFile file, CancellationToken cancellationToken)
    {
        var known = new KnownRecords(db, cancellationToken);
        var named = NamedSlugs.In(file);
        known.Organisations = await known.BySlugAsync(
            WithPictures(db.Organisations.Include(o => o.Translations), file.Organisations), named.Organisations);
        known.People = await known.BySlugAsync(
            WithPictures(db.People.Include(p => p.Organisation).Include(p => p.Translations), file.People), named.People);
        known.Films = await known.BySlugAsync(WithPictures(Whole(db.Films), file.Films), named.Films);
        known.Venues = await known.BySlugAsync(
            WithPictures(db.Venues.Include(v => v.Organisation).Include(v => v.Rooms).Include(v => v.Translations).AsSplitQuery(),
                file.Venues), named.Venues);
        known.Series = await known.BySlugAsync(
            WithPictures(db.Series.Include(s => s.Organisation).Include(s => s.Partners).Include(s => s.Translations).AsSplitQuery(),
                file.Series), named.Series);
        known.Screenings = await known.BySlugAsync(Whole(db.Screenings),
            named.Screenings);
        known.Journal = await known.BySlugAsync(WithPictures(db.Journal.Include(e => e.Organisation).Include(e => e.Author)
            .Include(e => e.Tags).Include(e => e.Subjects).Include(e => e.Translations).AsSplitQuery(), file.Journal), named.Journal);
        await known.MatchUidsAsync(file);
        await known.FindRestingAsync(file);
        return known;
    }

    /// <summary>The record of a slug; where there is none a new one, which joins those found. It has that slug from now on.</summary>
    public T OrNew<T>(Dictionary<string, T> records, string slug, Func<T> make) where T : class, IRecord
    {
        if (!records.TryGetValue(slug, out var record)) _db.Add(records[slug] = record = make());
        record.Slug = slug;
        return record;
    }

    // Most files say nothing of pictures.
    static IQueryable<T> WithPictures<T>(IQueryable<T> records, IEnumerable<IPicturedEntry> entries) where T : class, IPictured =>
        entries.Any(e => e.Pictures is not null)
            ? records.Include(r => r.Pictures).ThenInclude(p => p.Translations).AsSplitQuery() : records;

    static IQueryable<Film> Whole(IQueryable<Film> films) => films.Include(f => f.Organisation)
        .Include(f => f.RunningTimes).Include(f => f.Credits).Include(f => f.WatchOffers).Include(f => f.Stills)
        .Include(f => f.Awards).Include(f => f.Quotes).Include(f => f.Translations).AsSplitQuery();

    static IQueryable<Screening> Whole(IQueryable<Screening> screenings) => screenings
        .Include(s => s.Organisation).Include(s => s.Series).Include(s => s.Venue!.Rooms).Include(s => s.Room).Include(s => s.Speakers)
        .Include(s => s.Translations).Include(s => s.Seats)
        .Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).AsSplitQuery();

    async Task<Dictionary<string, T>> BySlugAsync<T>(IQueryable<T> records, IReadOnlyList<string> slugs) where T : class, IRecord
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var some in slugs.Chunk(BatchSize))
            foreach (var record in await records.Where(r => some.Contains(r.Slug)).ToListAsync(_cancel))
                found[record.Slug] = record;
        await FindBySlugsOfThePastAsync(records, found, [.. slugs.Where(s => !found.ContainsKey(s))]);
        return found;
    }

    async Task FindBySlugsOfThePastAsync<T>(IQueryable<T> records, Dictionary<string, T> found, IReadOnlyList<string> slugs)
        where T : class, IRecord
    {
        var kind = typeof(T).Name;
        foreach (var some in slugs.Chunk(BatchSize))
            foreach (var past in await _db.PastSlugs.AsNoTracking().Where(p => p.Kind == kind && some.Contains(p.Slug))
                .OrderBy(p => p.Slug).ToListAsync(_cancel))
                if (past.TargetId is { } id && await records.SingleOrDefaultAsync(r => r.Id == id, _cancel) is { } renamed)
                    found[past.Slug] = renamed;
                else Removed.Add((typeof(T), past.Slug));
    }

    // A screening that has another slug by now is still the same, says its UID.
    async Task MatchUidsAsync(ProgrammeFile file)
    {
        var bySlug = file.Screenings.Where(s => s.Uid is not null && !Screenings.ContainsKey(s.Slug)).DistinctBy(s => s.Uid)
            .ToDictionary(s => s.Uid!, s => s.Slug);
        foreach (var some in bySlug.Keys.Chunk(BatchSize))
            foreach (var screening in await Whole(_db.Screenings).Where(s => some.Contains(s.Uid)).ToListAsync(_cancel))
                Screenings[bySlug[screening.Uid]] = screening;
    }

    async Task FindRestingAsync(ProgrammeFile file)
    {
        var films = file.Films.Where(f => Films.TryGetValue(f.Slug, out var film) && RunsOtherwise(film, f))
            .Select(f => Films[f.Slug].Id).ToList();
        var venues = file.Venues.Where(v => Venues.TryGetValue(v.Slug, out var venue) && IsOtherwise(venue, v))
            .Select(v => Venues[v.Slug].Id).ToList();
        if (films.Count == 0 && venues.Count == 0) return;
        var named = Screenings.Values.ToHashSet();
        Resting = [
            .. (await Whole(_db.Screenings).Where(s => venues.Contains(s.VenueId!.Value) || s.Films.Any(f => films.Contains(f.FilmId)))
            .OrderBy(s => s.Id).ToListAsync(_cancel)).Where(s => !named.Contains(s))];
    }

    static bool RunsOtherwise(Film film, FilmEntry entry) =>
        !film.RunningTimes.OrderBy(r => r.Position).Select(RunningTimeEntry.Of).SequenceEqual(entry.RunningTimes);

    static bool IsOtherwise(Venue venue, VenueEntry entry) =>
        venue.TimeZone != entry.TimeZone || venue.Rooms.Any(room => entry.Rooms.All(r => r.Name != room.Name));
}
