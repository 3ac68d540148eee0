using HomsScreenings.Journal;
using HomsScreenings.Programme;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Sitemaps;

/// <summary>Every page that the public may see, each with the last change of what it shows: of the record
/// itself, and of those whose names stand there. Drafts are none of them.</summary>
public static class SitemapPages
{
    /// <summary>Finds them, in eight statements, in an order that holds while pages are added.</summary>
    public static async Task<IReadOnlyList<SitemapPage>> FindAsync(ScreeningsDb db, Instant now, CancellationToken cancellationToken)
    {
        var films = await Films(db).ToListAsync(cancellationToken);
        var series = await Series(db).ToListAsync(cancellationToken);
        var venues = await Venues(db).ToListAsync(cancellationToken);
        var people = await People(db).ToListAsync(cancellationToken);
        var organisations = await Organisations(db).ToListAsync(cancellationToken);
        var screenings = await Screenings(db).ToListAsync(cancellationToken);
        var partners = series.ToDictionary(r => r.Id, r => r.Partners);

        IReadOnlyList<SitemapPage> all = Pages("screenings", screenings, Neighbours(screenings)),
            ofFilms = Pages("films", films, By(screenings, s => s.Films)),
            ofSeries = Pages("series", series.Where(r => r.IsPublic), By(screenings, s => Of(s.SeriesId))),
            ofVenues = Pages("venues", venues, By(screenings, s => Of(s.VenueId))),
            ofPeople = Pages("people", people, By(screenings, s => s.Speakers)),
            ofOrganisations = Pages("organisations", organisations,
                By(screenings, s => [.. Of(s.OrganisationId), .. Of(s.SeriesId).SelectMany(id => partners.GetValueOrDefault(id) ?? [])]));
        var journal = Pages("journal", await Journal(db).ToListAsync(cancellationToken), []);
        return
        [
            new("/", Latest(all)), new("/screenings", Latest(all)), new("/films", Latest(ofFilms)),
            new("/series", Latest(ofSeries)), new("/venues", Latest(ofVenues)), new("/people", Latest(ofPeople)),
            .. journal.Count > 0 ? [new SitemapPage("/journal", Latest(journal))] : Array.Empty<SitemapPage>(),
            new("/subscribe", Latest(all)),
            .. await ArchiveAsync(db, screenings, now, cancellationToken),
            .. ofFilms, .. ofSeries, .. ofVenues, .. ofPeople, .. ofOrganisations, .. journal, .. all,
        ];
    }

    /// <param name="Changes">The last change of each record, screenings aside, whose words stand on the page.</param>
    record Row(int Id, string Slug, Instant?[] Changes)
    {
        public Instant? Latest => Changes.Max();
    }

    sealed record SeriesRow(int Id, string Slug, Instant?[] Changes, bool IsPublic, List<int> Partners) : Row(Id, Slug, Changes);

    /// <summary>A screening, whose line stands on the pages of all that it names.</summary>
    sealed record ScreeningRow(int Id, string Slug, Instant?[] Changes, List<int> Films, List<int> Speakers,
        int? SeriesId, int? VenueId, int? OrganisationId) : Row(Id, Slug, Changes);

    static IQueryable<Row> Films(ScreeningsDb db) => db.Films.Published().Select(f => new Row(
        f.Id, f.Slug, new Instant?[] { f.ChangedAt, f.Credits.Max(c => (Instant?)c.Person.ChangedAt) }));

    static IQueryable<SeriesRow> Series(ScreeningsDb db) => db.Series.Select(r => new SeriesRow(r.Id, r.Slug, new Instant?[]
    {
        r.ChangedAt, r.Organisation!.ChangedAt, r.Partners.Max(p => (Instant?)p.Organisation.ChangedAt),
    }, r.IsPublic, r.Partners.Select(p => p.OrganisationId).ToList()));

    static IQueryable<Row> Venues(ScreeningsDb db) => db.Venues.Published()
        .Select(v => new Row(v.Id, v.Slug, new Instant?[] { v.ChangedAt }));

    static IQueryable<Row> People(ScreeningsDb db) => db.People.Published().Select(p => new Row(
        p.Id, p.Slug, new Instant?[] { p.ChangedAt, p.Credits.Where(c => c.Film.IsPublic).Max(c => (Instant?)c.Film.ChangedAt) }));

    static IQueryable<Row> Organisations(ScreeningsDb db) => db.Organisations.Select(o => new Row(o.Id, o.Slug, new Instant?[]
    {
        o.ChangedAt,
        db.Series.Where(r => r.IsPublic && (r.OrganisationId == o.Id || r.Partners.Any(x => x.OrganisationId == o.Id)))
            .Max(r => (Instant?)r.ChangedAt),
    }));

    static IQueryable<Row> Journal(ScreeningsDb db) => db.Journal.Published().Select(e => new Row(
        e.Id, e.Slug, new Instant?[] { e.ChangedAt, e.Organisation!.ChangedAt, e.Author!.ChangedAt }));

    static IQueryable<ScreeningRow> Screenings(ScreeningsDb db) => db.Screenings.Published().InProgrammeOrder()
        .Select(s => new ScreeningRow(s.Id, s.Slug, new Instant?[]
        {
            s.ChangedAt, s.Venue!.ChangedAt, s.Series!.ChangedAt, s.Organisation!.ChangedAt,
            s.Films.Max(f => (Instant?)f.Film.ChangedAt), s.Speakers.Max(x => (Instant?)x.Person.ChangedAt),
            s.Films.SelectMany(f => f.Film.Credits).Max(c => (Instant?)c.Person.ChangedAt),
        },
        s.Films.Select(f => f.FilmId).ToList(), s.Speakers.Select(x => x.PersonId).ToList(), s.SeriesId, s.VenueId, s.OrganisationId));

    static int[] Of(int? id) => id is { } known ? [known] : [];

    /// <summary>The last change of the screenings that name a record, by its number.</summary>
    static Dictionary<int, Instant?> By(IEnumerable<ScreeningRow> screenings, Func<ScreeningRow, IEnumerable<int>> named) =>
        screenings.SelectMany(s => named(s).Select(id => (Id: id, s.Latest))).GroupBy(s => s.Id, s => s.Latest)
            .ToDictionary(record => record.Key, record => record.Max());

    /// <summary>The last change of what stands before and after a screening in its series, by the number of that screening.</summary>
    static Dictionary<int, Instant?> Neighbours(IEnumerable<ScreeningRow> inOrder) =>
        inOrder.Where(s => s.SeriesId is not null).GroupBy(s => s.SeriesId)
            .SelectMany(series => series.Zip(series.Skip(1)))
            .SelectMany(two => new[] { (two.First.Id, two.Second.Latest), (two.Second.Id, two.First.Latest) })
            .GroupBy(s => s.Id, s => s.Latest).ToDictionary(screening => screening.Key, screening => screening.Max());

    static List<SitemapPage> Pages(string folder, IEnumerable<Row> rows, Dictionary<int, Instant?> listed) =>
        [.. rows.OrderBy(r => r.Id)
            .Select(r => new SitemapPage($"/{folder}/{r.Slug}", new[] { r.Latest, listed.GetValueOrDefault(r.Id) }.Max()))];

    static async Task<IEnumerable<SitemapPage>> ArchiveAsync(
        ScreeningsDb db, IEnumerable<Row> screenings, Instant now, CancellationToken cancellationToken)
    {
        var changes = screenings.ToDictionary(s => s.Id, s => s.Latest);
        var over = await db.Screenings.Published().Over(now).Select(s => new { s.Id, s.ProgrammeDate }).ToListAsync(cancellationToken);
        var years = over.GroupBy(s => s.ProgrammeDate?.Year).OrderBy(y => y.Key is null).ThenByDescending(y => y.Key)
            .Select(
                y => new SitemapPage($"/archive/{(y.Key is { } year ? FormattableString.Invariant($"{year:0000}") : "undated")}",
                    y.Max(s => changes.GetValueOrDefault(s.Id)))).ToList();
        return [new("/archive", Latest(years)), .. years];
    }

    static Instant? Latest(IEnumerable<SitemapPage> pages) => pages.Max(p => p.ChangedAt);
}
