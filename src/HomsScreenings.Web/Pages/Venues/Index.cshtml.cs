using HomsScreenings.Catalogues;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Venues;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Venues;

/// <summary>All venues by the filters in the address: by country and town, or as a map.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 100;

    public CatalogueList List { get; private set; } = null!;
    public IReadOnlyList<CatalogueLine<VenueCard>> Venues { get; private set; } = [];
    /// <summary>Null but in the view as a map.</summary>
    public ProgrammePlaces? Towns { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (CatalogueAddress.Read(CatalogueKind.Venues, Request.Query, out var problems) is not { } address) return this.Wrong(problems);
        var size = address.IsMap ? 0 : PageSize;
        var page = await VenueCatalogue.FindAsync(db, address.Filter, address.Number.Skip(PageSize), size, clock.Now(), cancellationToken);
        (List, Venues) = (new(address, page.Found, page.Without, PageSize), page.Lines);
        if (address.IsMap) Towns = VenueCatalogue.TownsOf(page.Found);
        return Venues.Count == 0 && address.Number.Value > 1 ? NotFound() : Page();
    }

    /// <summary>The address of the list of some towns.</summary>
    public string AddressOf(params IReadOnlyList<ProgrammePlace> towns) =>
        (List.Address with { IsMap = false }).With(VenueCatalogue.OfTowns(List.Filter, towns));
}
