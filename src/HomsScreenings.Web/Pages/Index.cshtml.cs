using HomsScreenings.Films;
using HomsScreenings.Screenings;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages;

/// <summary>The first page: what comes next, and the series that the next screening of any series belongs to.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    const int Most = 8;
    const int MostFilms = 6;

    public IReadOnlyList<ScreeningCard> Next { get; private set; } = [];
    public SeriesFacts? Focus { get; private set; }
    public IReadOnlyList<FilmLine> FocusFilms { get; private set; } = [];
    /// <summary>Where the series in focus is; null where nobody knows.</summary>
    public MapView? Map { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var upcoming = db.Screenings.Published().Upcoming(clock.Now()).InProgrammeOrder();
        Next = await upcoming.Take(Most).Select(ScreeningCard.Of).ToListAsync(cancel);
        var next = await upcoming.Where(s => s.SeriesId != null).Select(s => s.SeriesId).FirstOrDefaultAsync(cancel);
        if (next is null) return;
        Focus = await db.Series.Published().Where(s => s.Id == next).Select(SeriesFacts.Of).SingleOrDefaultAsync(cancel);
        if (Focus is not null) Map = await SeriesMap.FindAsync(Focus, db.Screenings.Published().Where(s => s.SeriesId == next), cancel);
        FocusFilms = await db.Films.Where(f => f.Screenings.Any(s => s.Screening.SeriesId == next && s.Screening.PublishedAt != null)).ByTitle().Take(MostFilms)
            .Select(f => FilmLine.Of(f.Slug, Called.Film(f.Wordings.Where(w => w.Language == Language.Current.Tag).Select(w => w.Title).FirstOrDefault(), f.Title, f.TextLanguage, f.OriginalTitle, f.OriginalTitleLanguage), f.Kind, f.Languages)).ToListAsync(cancel);
    }
}
