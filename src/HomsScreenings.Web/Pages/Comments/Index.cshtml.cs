using HomsScreenings.Comments;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Comments;

/// <summary>All comments under a film, an entry or a screening.</summary>
public sealed class IndexModel(ScreeningsDb db, AnswerAreas answer, TimeProvider clock) : PageModel
{
    public DiscussionCard About { get; private set; } = null!;
    public CommentsView Comments { get; private set; } = null!;
    public PageNumber Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        Number = number;
        var now = clock.Now();
        if (await db.DiscussionAsync(kind, slug, now, cancellationToken) is not { IsPublic: true } about) return NotFound();
        About = about;
        var found = await CommentsView.FindAsync(db, answer, about.Line, about.Path, about.IsReady, now, cancellationToken, number);
        if (found is not { } comments || (number.Value > 1 && comments.Threads.Count == 0)) return NotFound();
        Comments = comments;
        return Page();
    }
}
