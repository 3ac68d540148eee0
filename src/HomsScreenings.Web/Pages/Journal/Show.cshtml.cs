using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Journal;

/// <summary>An entry of the journal; of one that was withdrawn, that it was and why.</summary>
public sealed class ShowModel(ScreeningsDb db, AnswerAreas answer, TimeProvider clock) : PageModel
{
    public EntryPage? Shown { get; private set; }
    public CommentsView? Comments { get; private set; }

    /// <summary>Why it was withdrawn; empty where nobody said.</summary>
    public string? WithdrawalReason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var entries = db.Journal.Published();
        if (await entries.WithSlug(slug).Select(EntryDetails.Of).SingleOrDefaultAsync(cancellationToken) is { } entry)
        {
            var now = clock.Now();
            Shown = await EntryPage.OfAsync(db, entry, now, cancellationToken);
            Comments = await CommentsView.FindAsync(
                db, answer, entry.Discussion, $"/journal/{entry.Slug}", isReady: true, now, cancellationToken);
            return Page();
        }
        var withdrawn = await db.Journal.WithSlug(slug).Where(e => e.Status == EntryStatus.Withdrawn)
            .Select(e => new { e.WithdrawalReason }).SingleOrDefaultAsync(cancellationToken);
        if (withdrawn is null) return await this.MissingAsync(db, entries, slug, s => $"/journal/{s}", cancellationToken);
        WithdrawalReason = withdrawn.WithdrawalReason ?? "";
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
