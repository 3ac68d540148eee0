using HomsScreenings.Catalogues;
using HomsScreenings.Films;
using HomsScreenings.Programme;
using HomsScreenings.Records;
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
    const int Max = 8;
    const int MaxFilms = 6;

    public IReadOnlyList<ScreeningCard> Next { get; private set; } = [];
    public SeriesDetails? Focus { get; private set; }
    public IReadOnlyList<FilmLine> FocusFilms { get; private set; } = [];
    /// <summary>The picture of the series in focus, or of its first film that has one; null where there is none.</summary>
    public PictureFile? FocusPicture => Focus?.Pictures.FirstOrDefault()?.File
        ?? FocusFilms.Select(f => f.Picture).FirstOrDefault(p => p is not null);
    /// <summary>Where the series in focus is; null where nobody knows.</summary>
    public MapView? Map { get; private set; }

    /// <summary>The newest entries of the journal.</summary>
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Written = await JournalCatalogue.NewestAsync(db, WrittenAboutView.Most, clock.Now(), cancellationToken);
        var upcoming = db.Screenings.Published().Upcoming(clock.Now()).InProgrammeOrder();
        Next = await upcoming.Take(Max).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        var next = await upcoming.Where(s => s.SeriesId != null).Select(s => s.SeriesId).FirstOrDefaultAsync(cancellationToken);
        if (next is null) return;
        Focus = await db.Series.Published().Where(s => s.Id == next).Select(SeriesDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (Focus is not null)
            Map = await SeriesMap.FindAsync(
                Focus, db.Screenings.Published().Where(s => s.SeriesId == next), isFlat: true, cancellationToken);
        FocusFilms = await db.Films.Where(f => f.Screenings.Any(s => s.Screening.SeriesId == next && s.Screening.IsPublic))
            .ByTitle().Take(MaxFilms).Select(f => FilmLine.Of(f.Slug, f.NamesIn(Language.Current.Tag), f.Kind, f.Languages, f.MainPicture))
            .ToListAsync(cancellationToken);
    }
}
