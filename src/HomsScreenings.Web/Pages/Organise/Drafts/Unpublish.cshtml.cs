using HomsScreenings.Desk;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Drafts;

/// <summary>Takes a film, a person or a venue back from the public, while nothing public names it.</summary>
public sealed class UnpublishModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public string Kind { get; private set; } = "";
    public IDraftable Record { get; private set; } = null!;
    public IReadOnlyList<ScreeningUse> Uses { get; private set; } = [];
    public string EditAddress => $"/organise/{Kind}/{Record.Slug}/edit";

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await FindAsync(kind, slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(kind, slug, cancellationToken)) return NotFound();
        if (Uses.Count > 0) return this.Again(StatusCodes.Status409Conflict);
        Record.Unpublish();
        if (await db.TrySaveAsync(cancellationToken) != SaveOutcome.Saved) return this.Overtaken(RecordForm.Refused);
        return Record.IsPublic ? this.Overtaken(RecordForm.Refused) : this.Done("Taken back: it is a draft again.", EditAddress);
    }

    async Task<bool> FindAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await db.FindDraftableAsync(desk.Value, kind, slug, cancellationToken) is not { } record) return false;
        (Kind, Record) = (kind, record);
        Uses = await db.PublicUsesOfAsync(record, desk.Value, cancellationToken);
        return true;
    }
}
