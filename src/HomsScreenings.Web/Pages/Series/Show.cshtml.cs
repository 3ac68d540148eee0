using HomsScreenings.Catalogues;
using HomsScreenings.Interests;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Series;

/// <summary>
/// A series: what it is, and its screenings. A tour is an itinerary with its way on a map, a festival its days from the first to the
/// last; others say what comes and what was.
/// </summary>
public sealed class ShowModel(ScreeningsDb db, AnswerAreas answer, TimeProvider clock) : PageModel
{
    const int MaxWholeLength = 200;

    public SeriesDetails Series { get; private set; } = null!;
    /// <summary>All stops of a tour, or all screenings of a festival, in their order; null for other series, or too long a one.</summary>
    public IReadOnlyList<ScreeningCard>? Whole { get; private set; }
    public MapView? Map { get; private set; }
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;
    /// <summary>Where enough wait for it, if it says so.</summary>
    public IReadOnlyList<TownCount> Waiting { get; private set; } = [];
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;

    /// <summary>Whether a calendar of it would show something.</summary>
    public bool HasMonths => Screenings.Coming.Concat(Screenings.Past).Any(s => s.Date is not null);

    public Instant Now { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var series = await db.Series.Published().WithSlug(slug).Select(SeriesDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (series is null) return await this.MissingAsync(db, db.Series.Published(), slug, s => $"/series/{s}", cancellationToken);
        Series = series;
        var screenings = db.Screenings.Published().Where(s => s.SeriesId == series.Id);
        if (series.Kind is SeriesKind.Tour or SeriesKind.Festival)
        {
            var all = await screenings.InProgrammeOrder().Take(MaxWholeLength + 1).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
            if (all.Count <= MaxWholeLength) Whole = all;
        }
        if (series.Kind == SeriesKind.Tour) Map = await SeriesMap.FindAsync(series, screenings, isFlat: false, cancellationToken);
        Written = await JournalCatalogue.AboutAsync(db, $"/series/{series.Slug}", WrittenAboutView.Most, Now, cancellationToken);
        if (series.ShowsInterest)
        {
            answer.RestOn(Area.InterestInSeries(series.Id));
            Waiting = await InterestCounts.PublicAsync(db, null, series.Id, cancellationToken);
        }
        if (Whole is null) Screenings = await ComingAndPast.FindAsync(screenings, Now, cancellationToken);
        return Page();
    }
}
