using HomsScreenings.Comments;
using HomsScreenings.Desk;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Comments;

/// <summary>The comments under what one may edit: those that wait first.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public const int PageSize = 30;

    public CommentState State { get; private set; } = CommentState.Held;
    public IReadOnlyDictionary<CommentState, int> Counts { get; private set; } = new Dictionary<CommentState, int>();
    public IReadOnlyList<DeskComment> Comments { get; private set; } = [];
    public IReadOnlyList<DiscussionCard> Open { get; private set; } = [];
    public PageNumber Number { get; private set; }

    public string Address(int page) =>
        $"/organise/comments?state={CommentDesk.States.First(s => s.State == State).Name}&page={page}";

    public async Task<IActionResult> OnGetAsync(string? state, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        var known = CommentDesk.States.FirstOrDefault(s => s.Name == (state ?? "held"));
        if (known.Name is null) return this.Wrong(["The state is held, accepted, declined or spam."]);
        (State, Number) = (known.State, number);
        var own = db.Comments.ModeratedBy(desk.Value);
        Counts = await own.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        Comments = await own.Where(c => c.State == State).OrderBy(c => c.SentAt).ThenBy(c => c.Id)
            .Skip(number.Skip(PageSize)).Take(PageSize).Select(DeskComment.Of).ToListAsync(cancellationToken);
        var (now, today) = (clock.Now(), clock.Now().InUtc().Date);
        Open = await db.Discussions.ModeratedBy(desk.Value).Where(d => d.IsOpen && !(d.LastDay < today))
            .OrderBy(d => d.Id).Select(DiscussionCard.At(now)).ToListAsync(cancellationToken);
        return Page();
    }

    /// <summary>Closes comments under everything.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var discussion in await db.Discussions.ModeratedBy(desk.Value).Where(d => d.IsOpen).ToListAsync(cancellationToken))
            discussion.IsOpen = false;
        await db.SaveChangesAsync(cancellationToken);
        return this.Done("Comments are closed everywhere. What was accepted stays.", "/organise/comments");
    }
}
