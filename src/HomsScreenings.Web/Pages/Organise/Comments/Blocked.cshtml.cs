using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Comments;

/// <summary>The addresses from which no comments are taken, by when they were blocked.</summary>
public sealed class BlockedModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public IReadOnlyList<BlockedAddress> Addresses { get; private set; } = [];

    IQueryable<BlockedAddress> Own => desk.Value.EditsEverything ? db.BlockedAddresses
        : db.BlockedAddresses.Where(b => desk.Value.OrganisationIds.Contains(b.OrganisationId!.Value));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Addresses = await Own.AsNoTracking().OrderByDescending(b => b.Id).ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        await Own.Where(b => b.Id == id).ExecuteDeleteAsync(cancellationToken);
        return this.Done("Unblocked.", "/organise/comments/blocked");
    }
}
