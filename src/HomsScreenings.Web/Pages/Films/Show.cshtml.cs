using HomsScreenings.Catalogues;
using HomsScreenings.Films;
using HomsScreenings.Interests;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Films;

/// <summary>A film: what is known of it, and where and when to see it.</summary>
public sealed class ShowModel(ScreeningsDb db, ShownRecords shown, AnswerAreas answer, TimeProvider clock) : PageModel
{
    public FilmDetails Film { get; private set; } = null!;
    public IReadOnlyList<CreditLine> Credits { get; private set; } = [];
    public FilmReception Reception { get; private set; } = FilmReception.None;
    public IReadOnlyList<CatalogueLine<FilmCard>> Related { get; private set; } = [];
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;

    /// <summary>The picture at the top: the poster, else the first still; null where there is none.</summary>
    public PictureLine? Lead => Film.Pictures.FirstOrDefault(p => p.Role == PictureRole.Poster) ?? Film.Pictures.FirstOrDefault();

    public IReadOnlyList<PictureLine> Others => [.. Film.Pictures.Where(p => p != Lead)];

    // A few of each stand above the screenings, the rest below.
    const int AwardsAbove = 3, QuotesAbove = 1;

    public IReadOnlyList<AwardLine> FirstAwards => [.. Reception.Awards.Take(AwardsAbove)];
    public IReadOnlyList<AwardLine> MoreAwards => [.. Reception.Awards.Skip(AwardsAbove)];
    public IReadOnlyList<QuoteLine> FirstQuotes => [.. Reception.Quotes.Take(QuotesAbove)];
    public IReadOnlyList<QuoteLine> MoreQuotes => [.. Reception.Quotes.Skip(QuotesAbove)];

    public CommentsView? Comments { get; private set; }

    /// <summary>Where enough wait for it, if it says so.</summary>
    public IReadOnlyList<TownCount> Waiting { get; private set; } = [];

    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;

    public Instant Now { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var films = shown.Of(db.Films);
        var film = await films.WithSlug(slug).Select(FilmDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (film is null) return await this.MissingAsync(db, films, slug, s => $"/films/{s}", cancellationToken);
        Film = film;
        Credits = await db.Set<Credit>().Where(c => c.FilmId == film.Id).OrderBy(c => c.Position).ThenBy(c => c.Id).Select(CreditLine.Of)
            .ToListAsync(cancellationToken);
        Reception = await FilmReception.FindAsync(db, film.Id, cancellationToken);
        Related = await RelatedFilms.FindAsync(db, film, Now, cancellationToken);
        Written = await JournalCatalogue.AboutAsync(db, $"/films/{film.Slug}", WrittenAboutView.Most, Now, cancellationToken);
        Comments = await CommentsView.FindAsync(db, answer, film.Discussion, $"/films/{film.Slug}", isReady: true, Now, cancellationToken);
        if (film.ShowsInterest)
        {
            answer.RestOn(Area.InterestInFilm(film.Id));
            Waiting = await InterestCounts.PublicAsync(db, film.Id, null, cancellationToken);
        }
        Screenings = await ComingAndPast.FindAsync(db.Screenings.Published().Where(s => s.Films.Any(f => f.FilmId == film.Id)),
            Now, cancellationToken);
        return Page();
    }
}
