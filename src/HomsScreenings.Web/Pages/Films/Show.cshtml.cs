using HomsScreenings.Films;
using HomsScreenings.Screenings;
using HomsScreenings.Slugs;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Films;

/// <summary>A film: what is known of it, and where and when to see it.</summary>
public sealed class ShowModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public FilmFacts Film { get; private set; } = null!;
    public IReadOnlyList<CreditLine> Credits { get; private set; } = [];
    public ComingAndPast Screenings { get; private set; } = ComingAndPast.None;

    public Instant Now { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var film = await db.Films.WithSlug(slug).Select(FilmFacts.Of).SingleOrDefaultAsync(cancel);
        if (film is null) return await this.MissingAsync<Film>(db, slug, s => $"/films/{s}", cancel);
        Film = film;
        Credits = await db.Set<Credit>().Where(c => c.FilmId == film.Id).OrderBy(c => c.Position).ThenBy(c => c.Id).Select(CreditLine.Of).ToListAsync(cancel);
        Screenings = await ComingAndPast.FindAsync(db.Screenings.Published().Where(s => s.Films.Any(f => f.FilmId == film.Id)), Now, cancel);
        return Page();
    }
}
