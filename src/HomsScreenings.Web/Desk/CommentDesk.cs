using System.Linq.Expressions;
using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Web.Desk;

/// <summary>A comment as moderators list it.</summary>
/// <param name="Kind">The first part of the address of what it is under.</param>
/// <param name="Title">What it is under.</param>
/// <param name="InReplyTo">The beginning of the comment to which it replies.</param>
public sealed record DeskComment(int Id, CommentState State, string? Name, string Text, Instant At, string? ModeratorNote,
    string Kind, string Slug, string Title, string? InReplyTo)
{
    public string Path => $"/{Kind}/{Slug}";

    public static readonly Expression<Func<Comment, DeskComment>> Of = c => new DeskComment(c.Id, c.State, c.Name, c.Text,
        c.SentAt ?? c.WrittenAt, c.ModeratorNote,
        c.Discussion.Film != null ? "films" : c.Discussion.Entry != null ? "journal" : "screenings",
        c.Discussion.Film!.Slug ?? c.Discussion.Entry!.Slug ?? c.Discussion.Screening!.Slug,
        c.Discussion.Film!.Title ?? c.Discussion.Entry!.Title ?? c.Discussion.Screening!.Title ?? c.Discussion.Screening!.Slug,
        c.Parent!.Text);
}

/// <summary>How the desk speaks of comments.</summary>
static class CommentDesk
{
    /// <summary>The states by which comments are listed, each with its name in addresses; the first is shown first.</summary>
    public static IReadOnlyList<(string Name, CommentState State, string Label)> States { get; } =
    [
        ("held", CommentState.Held, "Waiting"), ("accepted", CommentState.Accepted, "Accepted"),
        ("declined", CommentState.Declined, "Declined"), ("spam", CommentState.Spam, "Spam"),
    ];

    /// <summary>The state that a decision leads to; null for what is no decision.</summary>
    public static (CommentState State, string Done)? Decision(string? act) => act switch
    {
        "accept" => (CommentState.Accepted, "Accepted: everybody can read it now."),
        "decline" => (CommentState.Declined, "Declined."),
        "spam" => (CommentState.Spam, "Marked as spam."),
        _ => null,
    };
}
