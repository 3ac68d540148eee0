using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>How many comments wait for the moderators of one organisation.</summary>
/// <param name="OrganisationId">Null for what no organisation owns: that is the site editors' own.</param>
/// <param name="Newest">When the latest began to wait.</param>
public sealed record WaitingComments(int? OrganisationId, int Comments, Instant Newest)
{
    // So often a moderator is told at most.
    static readonly Duration TellsEvery = Duration.FromDays(1);

    /// <summary>What waits, by organisation.</summary>
    public static async Task<IReadOnlyList<WaitingComments>> CountAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        [.. (await db.Comments.Where(c => c.State == CommentState.Held)
            .Select(c => new { At = c.ChangedAt ?? c.WrittenAt, Owner = c.Discussion.OwnerId }).GroupBy(c => c.Owner)
            .Select(g => new { Owner = g.Key, Comments = g.Count(), Newest = g.Max(c => c.At) })
            .ToListAsync(cancellationToken)).Select(g => new WaitingComments(g.Owner, g.Comments, g.Newest))];

    /// <summary>Whether a moderator is told of them.</summary>
    /// <param name="organisations">Those to which the moderator belongs.</param>
    /// <param name="isEditor">Whether they edit the whole site.</param>
    public bool AreFor(IReadOnlyList<int> organisations, bool isEditor) =>
        OrganisationId is { } owner ? organisations.Contains(owner) : isEditor;

    /// <summary>Writes to each moderator for whom something new waits, and to nobody more often than once a day.</summary>
    public static async Task TellAsync(ScreeningsDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var waiting = await CountAsync(db, cancellationToken);
        if (waiting.Count == 0) return;
        var owners = waiting.Select(w => w.OrganisationId).OfType<int>().ToList();
        var ownerless = waiting.Any(w => w.OrganisationId is null);
        var now = clock.Now();
        var moderators = await db.Users
            .Where(u => u.WantsCommentDigests
                && (u.Memberships.Any(m => owners.Contains(m.OrganisationId))
                    || (ownerless && db.UserRoles.Any(r => r.UserId == u.Id))))
            .Select(u => new
            {
                u.Id,
                u.LockoutEnd,
                Organisations = u.Memberships.Select(m => m.OrganisationId).ToList(),
                IsEditor = db.UserRoles.Any(r => r.UserId == u.Id),
                Told = db.Outbox.Where(m => m.Kind == CommentMailKind.Digest && m.SubjectId == u.Id).Max(m => (Instant?)m.CreatedAt),
            }).ToListAsync(cancellationToken);
        foreach (var moderator in moderators.Where(m => !User.IsForGood(m.LockoutEnd)))
        {
            var newest = waiting.Where(w => w.AreFor(moderator.Organisations, moderator.IsEditor))
                .Select(w => w.Newest).DefaultIfEmpty(Instant.MinValue).Max();
            if (newest > (moderator.Told ?? Instant.MinValue) && !(moderator.Told > now - TellsEvery))
                db.Outbox.Add(OutboxMessage.New(CommentMailKind.Digest, moderator.Id, now));
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
