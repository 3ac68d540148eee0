using HomsScreenings.Catalogues;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Venues;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Venues;

/// <summary>A venue: how to find it and get in, and what is on there.</summary>
public sealed class ShowModel(ScreeningsDb db, ShownRecords shown, TimeProvider clock) : PageModel
{
    public VenueDetails Venue { get; private set; } = null!;
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;

    public Instant Now { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var venues = shown.Of(db.Venues);
        var venue = await venues.WithSlug(slug).Select(VenueDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (venue is null) return await this.MissingAsync(db, venues, slug, s => $"/venues/{s}", cancellationToken);
        Venue = venue;
        Screenings = await ComingAndPast.FindAsync(db.Screenings.Published().Where(s => s.VenueId == venue.Id), Now, cancellationToken);
        Written = await JournalCatalogue.AboutAsync(db, $"/venues/{venue.Slug}", WrittenAboutView.Most, Now, cancellationToken);
        return Page();
    }
}
