using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Comments;

/// <summary>What moderators do with comments; who may do it is decided before. Each verb is one transaction.</summary>
public sealed class CommentModeration(ScreeningsDb db, TimeProvider clock)
{
    /// <summary>Accepts, declines or marks as spam. Whoever wrote it is told nothing.</summary>
    public async Task DecideAsync(Comment comment, CommentState state, CancellationToken cancellationToken)
    {
        if (state is not (CommentState.Held or CommentState.Accepted or CommentState.Declined or CommentState.Spam))
            throw new ArgumentOutOfRangeException(nameof(state), state, "No decision of a moderator.");
        var wasPublic = comment.IsPublic;
        comment.Decide(state, clock.Now());
        await SaveAsync(comment, wasPublic, cancellationToken);
    }

    /// <summary>Changes the text, and says so under it.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="text">What it says from now on.</param>
    /// <param name="note">What the public is told of the change.</param>
    /// <param name="cancellationToken">Cancels the save.</param>
    public Task EditAsync(Comment comment, string text, string note, CancellationToken cancellationToken)
    {
        comment.Edit(text, note, clock.Now());
        return SaveAsync(comment, comment.IsPublic, cancellationToken);
    }

    /// <summary>Takes no more comments from its writer, and declines those of theirs that wait.</summary>
    public async Task BlockAsync(Comment comment, int moderatorId, CancellationToken cancellationToken)
    {
        var organisationId = await db.Discussions.Where(d => d.Id == comment.DiscussionId)
            .Select(d => d.OwnerId).SingleAsync(cancellationToken);
        if (comment.Email is not { } email || await db.IsBlockedAsync(email, organisationId, cancellationToken)) return;
        var salt = await db.SaltOfBlockedAsync(cancellationToken) ?? BlockedAddress.NewSalt();
        db.BlockedAddresses.Add(new BlockedAddress
        {
            OrganisationId = organisationId,
            Salt = salt,
            Hash = BlockedAddress.HashOf(email, salt),
            BlockedAt = clock.Now(),
            BlockedById = moderatorId,
        });
        var waiting = await db.Comments.OfAddress(email)
            .Where(c => (c.State == CommentState.Held || c.State == CommentState.Unconfirmed) && c.Discussion.OwnerId == organisationId)
            .ToListAsync(cancellationToken);
        waiting.ForEach(c => c.Decide(CommentState.Spam, clock.Now()));
        await db.SaveChangesAsync(cancellationToken);
    }

    async Task SaveAsync(Comment comment, bool wasPublic, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (wasPublic || comment.IsPublic) db.Raise(Area.CommentsOf(comment.DiscussionId));
        await transaction.CommitAsync(cancellationToken);
    }
}
