using HomsScreenings.Films;
using HomsScreenings.Organisations;
using HomsScreenings.Screenings;
using HomsScreenings.Series;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Venues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Embed;

/// <summary>The next screenings of one film, series, venue or organisation, or a single screening, for a frame of another site.</summary>
public sealed class RecordModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    sealed record Named(int Id, string Name);

    public EmbeddedList Shown { get; private set; } = EmbeddedList.Empty;

    public Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancel)
    {
        var coming = db.Screenings.Published().Upcoming(clock.Now());
        return kind switch
        {
            "films" => ShowAsync<Film>(kind, slug, db.Films.WithSlug(slug).Select(f => new Named(f.Id, f.Title)), id => coming.Where(s => s.Films.Any(f => f.FilmId == id)), cancel),
            "series" => ShowAsync<ScreeningSeries>(kind, slug, db.Series.Published().WithSlug(slug).Select(s => new Named(s.Id, s.Title)), id => coming.Where(s => s.SeriesId == id), cancel),
            "venues" => ShowAsync<Venue>(kind, slug, db.Venues.WithSlug(slug).Select(v => new Named(v.Id, v.Name)), id => coming.Where(s => s.VenueId == id), cancel),
            "organisations" => ShowAsync<Organisation>(kind, slug, db.Organisations.WithSlug(slug).Select(o => new Named(o.Id, o.Name)),
                id => coming.Where(s => s.OrganisationId == id || s.Series!.Partners.Any(p => p.OrganisationId == id)), cancel),
            _ => ShowOneAsync(slug, cancel),
        };
    }

    async Task<IActionResult> ShowAsync<T>(string kind, string slug, IQueryable<Named> named, Func<int, IQueryable<Screening>> screenings, CancellationToken cancel) where T : class, IRecord
    {
        if (await named.SingleOrDefaultAsync(cancel) is not { } record) return await this.MissingAsync<T>(db, slug, to => $"/embed/{kind}/{to}", cancel);
        Shown = await EmbeddedList.FindAsync(record.Name, $"/{kind}/{slug}", screenings(record.Id), clock.Now(), cancel);
        return Page();
    }

    // However long ago it was.
    async Task<IActionResult> ShowOneAsync(string slug, CancellationToken cancel)
    {
        var shown = await EmbeddedList.FindAsync("", $"/screenings/{slug}", db.Screenings.Published().WithSlug(slug), clock.Now(), cancel);
        if (shown.Screenings is not [var screening]) return await this.MissingAsync<Screening>(db, slug, to => $"/embed/screenings/{to}", cancel);
        Shown = shown with { Title = screening.Heading };
        return Page();
    }
}
