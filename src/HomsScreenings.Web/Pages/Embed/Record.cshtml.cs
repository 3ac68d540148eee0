using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Embed;

/// <summary>The next screenings of one film, series, venue or organisation, or a single screening, for a frame of another site.</summary>
public sealed class RecordModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    sealed record Named(int Id, string Name);

    public EmbeddedList Shown { get; private set; } = EmbeddedList.Empty;

    public Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var coming = db.Screenings.Published().Upcoming(clock.Now());
        return kind switch
        {
            "films" =>
                ShowAsync(kind, slug, db.Films.Published(), f => new Named(f.Id, f.Title),
                    id => coming.Where(s => s.Films.Any(f => f.FilmId == id)), cancellationToken),
            "series" =>
                ShowAsync(kind, slug, db.Series.Published(), s => new Named(s.Id, s.Title),
                    id => coming.Where(s => s.SeriesId == id), cancellationToken),
            "venues" =>
                ShowAsync(kind, slug, db.Venues.Published(), v => new Named(v.Id, v.NameIn(Language.Current.Tag)),
                    id => coming.Where(s => s.VenueId == id), cancellationToken),
            "organisations" => ShowAsync(kind, slug, db.Organisations, o => new Named(o.Id, o.NameIn(Language.Current.Tag)),
                id => coming.Where(s => s.OrganisationId == id || s.Series!.Partners.Any(p => p.OrganisationId == id)), cancellationToken),
            _ => ShowOneAsync(slug, cancellationToken),
        };
    }

    async Task<IActionResult> ShowAsync<T>(string kind, string slug, IQueryable<T> shown, Expression<Func<T, Named>> named,
        Func<int, IQueryable<Screening>> screenings, CancellationToken cancellationToken) where T : class, IRecord
    {
        if (await shown.WithSlug(slug).Select(named).SingleOrDefaultAsync(cancellationToken) is not { } record)
            return await this.MissingAsync(db, shown, slug, to => $"/embed/{kind}/{to}", cancellationToken);
        Shown = await EmbeddedList.FindAsync(record.Name, $"/{kind}/{slug}", screenings(record.Id), clock.Now(), cancellationToken);
        return Page();
    }

    // However long ago it was.
    async Task<IActionResult> ShowOneAsync(string slug, CancellationToken cancellationToken)
    {
        var shown = await EmbeddedList.FindAsync("", $"/screenings/{slug}",
            db.Screenings.Published().WithSlug(slug), clock.Now(), cancellationToken);
        if (shown.Screenings is not [var screening])
            return await this.MissingAsync(db, db.Screenings.Published(), slug, to => $"/embed/screenings/{to}", cancellationToken);
        Shown = shown with { Title = screening.Heading };
        return Page();
    }
}
