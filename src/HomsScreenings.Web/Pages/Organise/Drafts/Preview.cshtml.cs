using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise.Drafts;

/// <summary>The public page of a film, a person or a venue, before the public can see it.</summary>
public sealed class PreviewModel(ScreeningsDb db, CurrentOrganiser desk, ShownRecords shown) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await db.FindDraftableAsync(desk.Value, kind, slug, cancellationToken) is null) return NotFound();
        shown.IsPreview = true;
        return new PublicPageResult(kind switch { "films" => "/Films/Show", "people" => "/People/Show", _ => "/Venues/Show" });
    }
}
