using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Venues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Venues;

/// <summary>A venue: how to find it and get in, and what is on there.</summary>
public sealed class ShowModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public VenueFacts Venue { get; private set; } = null!;
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;

    public Instant Now { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var venue = await db.Venues.WithSlug(slug).Select(VenueFacts.Of).SingleOrDefaultAsync(cancel);
        if (venue is null) return await this.MissingAsync<Venue>(db, slug, s => $"/venues/{s}", cancel);
        Venue = venue;
        Screenings = await ComingAndPast.FindAsync(db.Screenings.Published().Where(s => s.VenueId == venue.Id), Now, cancel);
        return Page();
    }
}
