using HomsScreenings.Films;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Films;

/// <summary>All films, by title.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<FilmCard> Films { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        Number = number;
        Total = await db.Films.CountAsync(cancellationToken);
        Films = await db.Films.ByTitle().Skip(number.Skip(PageSize)).Take(PageSize).Select(FilmCard.Of(clock.Now()))
            .ToListAsync(cancellationToken);
        return Films.Count == 0 && number.Value > 1 ? NotFound() : Page();
    }
}
