using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Journal;

/// <summary>An entry before the public sees it, for whoever has the secret link.</summary>
public sealed class PreviewModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public EntryPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var known = await db.Tokens.Behind(token, TokenPurpose.EntryPreview, now).Select(t => (int?)t.Subject)
            .SingleOrDefaultAsync(cancellationToken);
        var entry = known is null ? null
            : await db.Journal.Where(e => e.Id == known).Select(EntryDetails.Of).SingleOrDefaultAsync(cancellationToken);
        if (entry is null) return NotFound();
        Shown = await EntryPage.OfAsync(db, entry, now, cancellationToken);
        return Page();
    }
}
