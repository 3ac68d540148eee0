using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>Takes comments away with all that goes with them: links, mails that were not sent yet, and words.</summary>
public static class CommentErasure
{
    /// <summary>Removes these comments, which are tracked, within the caller's transaction.</summary>
    internal static async Task OfAsync(
        ScreeningsDb db, IReadOnlyList<Comment> comments, Instant now, CancellationToken cancellationToken)
    {
        var ids = comments.Select(c => c.Id).ToList();
        await db.Tokens.Of(TokenSubject.Comment, ids).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(m => m.Kind == CommentMailKind.Confirm && ids.Contains(m.SubjectId)).ExecuteDeleteAsync(cancellationToken);
        var answered = await db.Comments.Where(c => c.ParentId != null && ids.Contains(c.ParentId.Value)).Select(c => c.ParentId!.Value)
            .Distinct().ToListAsync(cancellationToken);
        foreach (var comment in comments)
        {
            if (comment.IsPublic) db.Raise(Area.CommentsOf(comment.DiscussionId));
            if (answered.Contains(comment.Id)) comment.Remove(now);
            else db.Comments.Remove(comment);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Deletes the tokens of mails that were worded while their comment was being taken away.</summary>
    public static Task DeleteStrayTokensAsync(ScreeningsDb db, CancellationToken cancellationToken) => db.Tokens
        .Where(t => t.Purpose == TokenPurpose.Comment
            && !db.Comments.Any(c => c.Id == t.Subject && c.State != CommentState.Removed))
        .ExecuteDeleteAsync(cancellationToken);
}
