using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Drafts;

/// <summary>Shows a film, a person or a venue to the public before any screening does.</summary>
public sealed class PublishModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public string Kind { get; private set; } = "";
    public IDraftable Record { get; private set; } = null!;
    public string EditAddress => $"/organise/{Kind}/{Record.Slug}/edit";

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await FindAsync(kind, slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(kind, slug, cancellationToken)) return NotFound();
        Record.Publish();
        // Whatever somebody else saved in between, publishing changes nothing of it: it is simply told again.
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved)
        {
            if (!await FindAsync(kind, slug, cancellationToken)) return NotFound();
            Record.Publish();
            await db.SaveChangesAsync(cancellationToken);
        }
        return this.Done("Published: everybody can see it now.", EditAddress);
    }

    async Task<bool> FindAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await db.FindDraftableAsync(desk.Value, kind, slug, cancellationToken) is not { } record) return false;
        (Kind, Record) = (kind, record);
        return true;
    }
}
