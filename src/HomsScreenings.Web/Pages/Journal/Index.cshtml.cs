using HomsScreenings.Catalogues;
using HomsScreenings.Journal;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Journal;

/// <summary>The journal by the filters in the address, the newest entry first.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 30;

    public CatalogueList List { get; private set; } = null!;
    public IReadOnlyList<EntryCard> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (CatalogueAddress.Read(CatalogueKind.Journal, Request.Query, out var problems) is not { } address) return this.Wrong(problems);
        var page = await JournalCatalogue.FindAsync(
            db, address.Filter, address.Number.Skip(PageSize), PageSize, clock.Now(), cancellationToken);
        (List, Entries) = (new(address, page.Found, page.Without, PageSize), [.. page.Lines.Select(l => l.Card)]);
        return Entries.Count == 0 && address.Number.Value > 1 ? NotFound() : Page();
    }
}
