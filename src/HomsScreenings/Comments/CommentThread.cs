using System.Linq.Expressions;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>A comment as the public reads it.</summary>
/// <param name="Name">As the writer wants to be called; null for who gave no name.</param>
/// <param name="Text">Plain text; null where only the place of it is left, for the replies under it.</param>
/// <param name="Language">BCP 47 tag of the language in which the writer read the site.</param>
/// <param name="At">When it was sent.</param>
/// <param name="ChangedAt">When it was last accepted, corrected or edited.</param>
/// <param name="ModeratorNote">What moderators changed in it.</param>
public sealed record CommentLine(
    int Id, string? Name, string? Text, string Language, Instant At, Instant ChangedAt, string? ModeratorNote)
{
    public static readonly Expression<Func<Comment, CommentLine>> Of = c => new CommentLine(
        c.Id, c.IsPublic ? c.Name : null, c.IsPublic ? c.Text : null, c.Language, c.SentAt ?? c.WrittenAt, c.ChangedAt ?? c.WrittenAt,
        c.IsPublic ? c.ModeratorNote : null);
}

/// <summary>A comment and the replies to it, the first written first.</summary>
public sealed record CommentThread(CommentLine Comment, IReadOnlyList<CommentLine> Replies)
{
    public static readonly Expression<Func<Comment, CommentThread>> Of = c => new CommentThread(
        new CommentLine(c.Id, c.IsPublic ? c.Name : null, c.IsPublic ? c.Text : null, c.Language, c.SentAt ?? c.WrittenAt,
            c.ChangedAt ?? c.WrittenAt, c.IsPublic ? c.ModeratorNote : null),
        c.Replies.Where(r => r.IsPublic).OrderBy(r => r.SentAt).ThenBy(r => r.Id).Select(r => new CommentLine(
            r.Id, r.Name, r.Text, r.Language, r.SentAt ?? r.WrittenAt, r.ChangedAt ?? r.WrittenAt, r.ModeratorNote)).ToList());
}
