using HomsScreenings.Screenings;
using HomsScreenings.Series;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Series;

/// <summary>A series: what it is, and its screenings; a tour as an itinerary from the first stop to the last.</summary>
public sealed class ShowModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    const int LongestItinerary = 200;

    public SeriesFacts Series { get; private set; } = null!;
    /// <summary>All stops of a tour in their order; null for what is no tour, or too long a one.</summary>
    public IReadOnlyList<ScreeningCard>? Itinerary { get; private set; }
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;

    public Instant Now { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var series = await db.Series.Published().WithSlug(slug).Select(SeriesFacts.Of).SingleOrDefaultAsync(cancel);
        if (series is null) return await this.MissingAsync<ScreeningSeries>(db, slug, s => $"/series/{s}", cancel);
        Series = series;
        var screenings = db.Screenings.Published().Where(s => s.SeriesId == series.Id);
        if (series.Kind == SeriesKind.Tour)
        {
            var stops = await screenings.InProgrammeOrder().Take(LongestItinerary + 1).Select(ScreeningCard.Of).ToListAsync(cancel);
            if (stops.Count <= LongestItinerary) Itinerary = stops;
        }
        if (Itinerary is null) Screenings = await ComingAndPast.FindAsync(screenings, Now, cancel);
        return Page();
    }
}
