using HomsScreenings.Catalogues;
using HomsScreenings.People;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.People;

/// <summary>All people by the filters in the address, by their names as they are written.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 100;

    public CatalogueList List { get; private set; } = null!;
    public IReadOnlyList<CatalogueLine<PersonCard>> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (CatalogueAddress.Read(CatalogueKind.People, Request.Query, out var problems) is not { } address) return this.Wrong(problems);
        var page = await PersonCatalogue.FindAsync(
            db, address.Filter, address.Number.Skip(PageSize), PageSize, clock.Now(), cancellationToken);
        (List, People) = (new(address, page.Found, page.Without, PageSize), page.Lines);
        return People.Count == 0 && address.Number.Value > 1 ? NotFound() : Page();
    }
}
