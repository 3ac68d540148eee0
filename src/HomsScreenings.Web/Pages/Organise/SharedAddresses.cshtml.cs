using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>The addresses that an organisation may have, for its owners; that they were taken along is noted.</summary>
public sealed class SharedAddressesModel(ScreeningsDb db, CurrentOrganiser desk, ISecurityEvents events) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.OrganisationOwnedByAsync(desk.Value, slug, cancellationToken) is not { } organisation) return NotFound();
        if (HttpMethods.IsGet(Request.Method))
            await events.AddAsync(
                SecurityEventKind.AddressesExported, desk.Value.UserId, desk.Value.UserId, organisation.Id, cancellationToken);
        Response.Headers.CacheControl = "no-store, private";
        var file = await SharedAddresses.WriteAsync(db, organisation.Id, cancellationToken);
        return File(file, "text/csv; charset=utf-8", $"{slug}-subscribers.csv");
    }
}
