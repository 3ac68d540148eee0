using HomsScreenings.Comments;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>The comments under something, as a page shows them.</summary>
/// <param name="Path">The path of what they are about.</param>
/// <param name="IsOpen">Whether one may be written now.</param>
/// <param name="Threads">The newest first.</param>
/// <param name="Total">How many comments and replies the public may read.</param>
/// <param name="HasMore">Whether there are older ones than those.</param>
public sealed record CommentsView(string Path, bool IsOpen, IReadOnlyList<CommentThread> Threads, int Total, bool HasMore)
{
    /// <summary>How many the page of a film, an entry or a screening shows; their own pages show more.</summary>
    public const int Few = 10, Many = 50;

    /// <summary>Reads them, in two statements; null where comments were never opened.</summary>
    /// <param name="answer">Is told that the answer rests on them.</param>
    /// <param name="isReady">Whether what they are about takes comments yet.</param>
    public static async Task<CommentsView?> FindAsync(ScreeningsDb db, AnswerAreas answer, DiscussionLine? discussion, string path,
        bool isReady, Instant now, CancellationToken cancellationToken, PageNumber? page = null)
    {
        if (discussion is null) return null;
        answer.RestOn(Area.CommentsOf(discussion.Id));
        var (skip, take) = page is { } number ? (number.Skip(Many), Many) : (0, Few);
        var threads = await db.Comments.Threads(discussion.Id).Skip(skip).Take(take + 1).Select(CommentThread.Of)
            .ToListAsync(cancellationToken);
        var total = await db.Comments.CountAsync(c => c.DiscussionId == discussion.Id && c.IsPublic, cancellationToken);
        return new(path, isReady && discussion.IsOpenAt(now), [.. threads.Take(take)], total, threads.Count > take);
    }
}
