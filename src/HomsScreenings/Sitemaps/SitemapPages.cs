using HomsScreenings.Programme;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Sitemaps;

/// <summary>Every page that the public may see, each with the last change of what it shows. Drafts are none of them.</summary>
public static class SitemapPages
{
    /// <summary>Finds them, in seven statements, in an order that holds while pages are added.</summary>
    public static async Task<IReadOnlyList<SitemapPage>> FindAsync(ScreeningsDb db, Instant now, CancellationToken cancellationToken)
    {
        var films = await OfAsync("films", db.Films.Select(f => new Row(f.Id, f.Slug, f.ChangedAt,
            f.Screenings.Where(s => s.Screening.IsPublic).Max(s => (Instant?)s.Screening.ChangedAt), null)), cancellationToken);
        var series = await OfAsync("series", db.Series.Published().Select(s => new Row(s.Id, s.Slug, s.ChangedAt,
            s.Screenings.Where(x => x.IsPublic).Max(x => (Instant?)x.ChangedAt), null)), cancellationToken);
        var venues = await OfAsync("venues", db.Venues.Select(v => new Row(v.Id, v.Slug, v.ChangedAt,
            v.Screenings.Where(s => s.IsPublic).Max(s => (Instant?)s.ChangedAt), null)), cancellationToken);
        var people = await OfAsync(
            "people", db.People.Select(p => new Row(p.Id, p.Slug, p.ChangedAt, p.Credits.Max(c => (Instant?)c.Film.ChangedAt), null)),
            cancellationToken);
        var organisations = await OfAsync("organisations", db.Organisations.Select(o => new Row(o.Id, o.Slug, o.ChangedAt,
            db.Screenings.Where(s => s.IsPublic && (s.OrganisationId == o.Id || s.Series!.Partners.Any(x => x.OrganisationId == o.Id)))
                .Max(s => (Instant?)s.ChangedAt), null)), cancellationToken);
        var screenings = await OfAsync("screenings", db.Screenings.Published().Select(s => new Row(s.Id, s.Slug, s.ChangedAt,
            s.Films.Max(f => (Instant?)f.Film.ChangedAt), s.Venue != null ? s.Venue.ChangedAt : null)), cancellationToken);
        var archive = await ArchiveAsync(db, now, cancellationToken);

        var latest = Latest(screenings);
        return
        [
            new("/", latest), new("/screenings", latest), new("/films", Latest(films)),
            new("/series", Latest(series)), new("/venues", Latest(venues)), new("/subscribe", latest),
            .. archive, .. films, .. series, .. venues, .. people, .. organisations, .. screenings,
        ];
    }

    sealed record Row(int Id, string Slug, Instant ChangedAt, Instant? ListedChangedAt, Instant? PlaceChangedAt)
    {
        public Instant? Latest => new[] { ChangedAt, ListedChangedAt, PlaceChangedAt }.Max();
    }

    static async Task<IReadOnlyList<SitemapPage>> OfAsync(string folder, IQueryable<Row> rows, CancellationToken cancellationToken)
    {
        var found = await rows.ToListAsync(cancellationToken);
        return [.. found.OrderBy(r => r.Id).Select(r => new SitemapPage($"/{folder}/{r.Slug}", r.Latest))];
    }

    static async Task<IEnumerable<SitemapPage>> ArchiveAsync(ScreeningsDb db, Instant now, CancellationToken cancellationToken)
    {
        var days = await db.Screenings.Published().Over(now).GroupBy(s => s.ProgrammeDate)
            .Select(d => new { Day = d.Key, ChangedAt = d.Max(s => s.ChangedAt) }).ToListAsync(cancellationToken);
        var years = days.GroupBy(d => d.Day?.Year).OrderBy(y => y.Key is null).ThenByDescending(y => y.Key)
            .Select(
                y => new SitemapPage($"/archive/{(y.Key is { } year ? FormattableString.Invariant($"{year:0000}") : "undated")}",
                    y.Max(d => d.ChangedAt)));
        return [new("/archive", days.Count > 0 ? days.Max(d => d.ChangedAt) : null), .. years];
    }

    static Instant? Latest(IEnumerable<SitemapPage> pages) => pages.Max(p => p.ChangedAt);
}
