using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Comments.Letters;

/// <summary>Words the mails about comments: to whoever wrote one, and to moderators.</summary>
public sealed class CommentMailComposer : ILetterComposer
{
    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        [CommentMailKind.Confirm] = "Asks to confirm a comment",
        [CommentMailKind.Digest] = "Comments that wait, to a moderator",
    }.ToFrozenDictionary();

    public string WhyGone => "The comment or the account is gone.";

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var letters = new Dictionary<int, PendingLetter>();
        var confirm = messages.Where(m => m.Kind == CommentMailKind.Confirm).ToList();
        var digests = messages.Where(m => m.Kind == CommentMailKind.Digest).ToList();
        if (confirm.Count > 0) await ReadConfirmationsAsync(db, confirm, letters, cancellationToken);
        if (digests.Count > 0) await ReadDigestsAsync(db, digests, letters, cancellationToken);
        return letters;
    }

    static async Task ReadConfirmationsAsync(ScreeningsDb db, List<OutboxMessage> messages, Dictionary<int, PendingLetter> letters,
        CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).ToList();
        var comments = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Email, c.State, c.DiscussionId }).ToDictionaryAsync(c => c.Id, cancellationToken);
        var titles = await CommentedTitle.FindAsync(db, [.. comments.Values.Select(c => c.DiscussionId)], cancellationToken);
        foreach (var message in messages)
            if (comments.GetValueOrDefault(message.SubjectId) is { } comment)
                letters[message.Id] = new CommentConfirmLetter
                {
                    Language = Language.WithTag(message.Language),
                    Recipient = comment.Email,
                    CommentId = comment.Id,
                    State = comment.State,
                    Under = titles[comment.DiscussionId],
                };
    }

    static async Task ReadDigestsAsync(ScreeningsDb db, List<OutboxMessage> messages, Dictionary<int, PendingLetter> letters,
        CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.SubjectId).ToList();
        var users = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                u.Email,
                Organisations = u.Memberships.Select(m => m.OrganisationId).ToList(),
                IsEditor = db.UserRoles.Any(r => r.UserId == u.Id),
            })
            .ToDictionaryAsync(u => u.Id, cancellationToken);
        var waiting = await WaitingComments.CountAsync(db, cancellationToken);
        foreach (var message in messages)
            if (users.GetValueOrDefault(message.SubjectId) is { } user)
                letters[message.Id] = new CommentDigestLetter
                {
                    Language = Language.English, // as the desk is
                    Recipient = user.Email,
                    Waiting = waiting.Where(w => w.AreFor(user.Organisations, user.IsEditor)).Sum(w => w.Comments),
                };
    }
}
