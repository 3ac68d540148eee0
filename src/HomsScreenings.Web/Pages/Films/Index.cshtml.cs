using HomsScreenings.Catalogues;
using HomsScreenings.Films;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Films;

/// <summary>All films by the filters in the address: what is shown next first, then by title.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 48;

    public CatalogueList List { get; private set; } = null!;
    public IReadOnlyList<CatalogueLine<FilmCard>> Films { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (CatalogueAddress.Read(CatalogueKind.Films, Request.Query, out var problems) is not { } address) return this.Wrong(problems);
        var page = await FilmCatalogue.FindAsync(
            db, address.Filter, address.Number.Skip(PageSize), PageSize, clock.Now(), cancellationToken);
        (List, Films) = (new(address, page.Found, page.Without, PageSize), page.Lines);
        return Films.Count == 0 && address.Number.Value > 1 ? NotFound() : Page();
    }
}
