using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>What somebody wrote into the form for comments.</summary>
/// <param name="Key">Of the form: the same form sent twice is one comment.</param>
/// <param name="ParentId">The comment to which it replies.</param>
/// <param name="Language">BCP 47 tag of the language in which the writer reads the site.</param>
public sealed record CommentRequest(string Key, int? ParentId, string? Name, string Email, string Text, string Language);

/// <summary>What became of a form for comments.</summary>
public enum CommentReceipt
{
    Taken,
    /// <summary>It had come before, and is one comment.</summary>
    TakenBefore,
    /// <summary>It had come before with something else in it, and that stands.</summary>
    OtherForm,
}

/// <summary>
/// What a reader does with a comment of theirs. Each verb is one transaction, with the mail that it causes and the version of the
/// discussion raised where the public sees a difference; each can be told twice.
/// </summary>
public sealed class CommentSubmission(ScreeningsDb db, DeletedRows deleted, TimeProvider clock)
{
    // With more links than these a moderator looks at it in any case.
    const int LinksUnheld = 1;

    /// <summary>
    /// Keeps a comment until its writer follows the link in a mail. From a blocked address nothing is kept, and nothing says so.
    /// </summary>
    public async Task<CommentReceipt> WriteAsync(DiscussionCard discussion, CommentRequest request, CancellationToken cancellationToken)
    {
        if (await db.IsBlockedAsync(request.Email, discussion.OrganisationId, cancellationToken)) return CommentReceipt.Taken;
        if (await SentBeforeAsync(request, cancellationToken) is { } before) return before;
        try { await KeepAsync(discussion, request, cancellationToken); }
        catch (DbUpdateException)
        {
            // The same form came twice at the same moment.
            db.ChangeTracker.Clear();
            if (await SentBeforeAsync(request, cancellationToken) is { } meanwhile) return meanwhile;
            throw;
        }
        return CommentReceipt.Taken;
    }

    // What was kept of the same form, compared with what comes now; null where it was never sent.
    async Task<CommentReceipt?> SentBeforeAsync(CommentRequest request, CancellationToken cancellationToken) =>
        await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.RequestKey == request.Key, cancellationToken) is not { } sent ? null
        : sent.Text == request.Text && sent.Email == request.Email && sent.Name == request.Name && sent.ParentId == request.ParentId
            ? CommentReceipt.TakenBefore : CommentReceipt.OtherForm;

    async Task KeepAsync(DiscussionCard discussion, CommentRequest request, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var comment = Comment.Write(
            discussion.Id, request.ParentId, request.Key, request.Name, request.Email, request.Text, request.Language, now);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        db.Outbox.Add(OutboxMessage.New(CommentMailKind.Confirm, comment.Id, now, language: request.Language));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The writer has followed the link: the comment is public, or waits for a moderator.</summary>
    /// <returns>Whether it was taken; false where the discussion has been closed since.</returns>
    public Task<bool> SendAsync(int commentId, DiscussionCard discussion, CancellationToken cancellationToken) =>
        ChangeAsync(commentId, async comment =>
    {
        if (comment.State != CommentState.Unconfirmed) return true;
        if (!discussion.IsOpenAt(clock.Now())) return false;
        comment.Send(await IsHeldAsync(comment, discussion, cancellationToken), clock.Now());
        return true;
    }, cancellationToken);

    /// <summary>The writer says it otherwise: it waits again, unless another of theirs was accepted.</summary>
    /// <returns>False where the time for that is over.</returns>
    public Task<bool> CorrectAsync(int commentId, string text, DiscussionCard discussion, CancellationToken cancellationToken) =>
        ChangeAsync(commentId, async comment =>
    {
        if (!comment.IsCorrectable(clock.Now())) return false;
        var links = CommentText.LinksIn(text) > LinksUnheld;
        comment.Correct(text, links || await IsHeldAsync(comment, discussion, cancellationToken), clock.Now());
        return true;
    }, cancellationToken);

    /// <summary>The writer takes it back: nothing of it is left but its place, and that only where somebody replied.</summary>
    public async Task RemoveAsync(int commentId, CancellationToken cancellationToken)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId, cancellationToken) is not { } comment) return;
            await CommentErasure.OfAsync(db, [comment], clock.Now(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await deleted.LetGoAsync(db, cancellationToken);
    }

    async Task<bool> IsHeldAsync(Comment comment, DiscussionCard discussion, CancellationToken cancellationToken)
    {
        if (discussion.HoldsAll || CommentText.LinksIn(comment.Text) > LinksUnheld || comment.Email is not { } email) return true;
        // What moderators took out is not to come back by itself.
        if (comment.ModeratorNote is not null) return true;
        var owner = discussion.OrganisationId;
        if (await db.IsBlockedAsync(email, owner, cancellationToken)) return true;
        return !await db.Comments.OfAddress(email).AnyAsync(c => c.IsPublic && c.Id != comment.Id && c.Discussion.OwnerId == owner,
            cancellationToken);
    }

    async Task<bool> ChangeAsync(int commentId, Func<Comment, Task<bool>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var comment = await db.Comments.SingleAsync(c => c.Id == commentId, cancellationToken);
        var wasPublic = comment.IsPublic;
        if (!await change(comment)) return false;
        await db.SaveChangesAsync(cancellationToken);
        if (wasPublic || comment.IsPublic) db.Raise(Area.CommentsOf(comment.DiscussionId));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
