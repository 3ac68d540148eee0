using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>
/// Forgets who wrote comments: what nobody confirmed within two days, what was not accepted within the time for which guests are
/// known, and after that time the address of those that were. What somebody said in public stays until they take it back.
/// </summary>
/// <param name="keepsFor">How long after a comment its writer is known.</param>
public sealed class CommentRetention(ScreeningsDb db, Duration keepsFor, Instant now)
{
    static readonly Duration UnconfirmedFor = Duration.FromDays(2);

    const int BatchSize = 200;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var (any, limit, unconfirmed) = (false, now - keepsFor, now - UnconfirmedFor);
        while (true)
        {
            var old = await db.Comments.Where(c =>
                    (c.State == CommentState.Unconfirmed && c.WrittenAt <= unconfirmed)
                    || ((c.State == CommentState.Held || c.State == CommentState.Declined || c.State == CommentState.Spam)
                        && c.WrittenAt <= limit))
                .OrderBy(c => c.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (old.Count == 0) break;
            any = true;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await CommentErasure.OfAsync(db, old, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
        return await db.Comments.Where(c => c.Email != null && c.State == CommentState.Accepted && c.WrittenAt <= limit)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Email, (string?)null), cancellationToken) > 0 || any;
    }
}
