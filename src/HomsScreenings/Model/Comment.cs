using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>How far a comment is on its way to the public.</summary>
public enum CommentState
{
    /// <summary>Written; whoever wrote it has not followed the link in the mail yet.</summary>
    Unconfirmed,
    /// <summary>Waits for a moderator.</summary>
    Held,
    Accepted, Declined, Spam,
    /// <summary>Taken back by its writer; only its place is left, for the replies under it.</summary>
    Removed,
}

/// <summary>What a reader wrote under an entry, a film or a screening.</summary>
public sealed class Comment
{
    public const int MaxText = 5_000, MaxLinks = 10;

    /// <summary>How long its writer may correct it or take it back without a trace, once it was sent.</summary>
    public static readonly Duration CorrectableFor = Duration.FromHours(1);

    public int Id { get; private set; }
    public required int DiscussionId { get; init; }
    public Discussion Discussion { get; private set; } = null!;
    /// <summary>The comment to which it replies; that one replies to none.</summary>
    public int? ParentId { get; init; }
    public Comment? Parent { get; private set; }
    public List<Comment> Replies { get; } = [];

    /// <summary>The key of the form it came with, by which one that is sent twice is one comment.</summary>
    public required string RequestKey { get; init; }
    /// <summary>As the writer wants to be called; null for who gave no name, and once it is forgotten.</summary>
    public string? Name { get; private set; }
    /// <summary>Shown to nobody; null once it is forgotten.</summary>
    public string? Email { get; private set; }
    /// <summary>Plain text with line feeds; empty once it is taken back.</summary>
    public string Text { get; private set; } = "";
    /// <summary>BCP 47 tag of the language in which the writer read the site.</summary>
    public required string Language { get; init; }

    public CommentState State { get; private set; } = CommentState.Unconfirmed;
    public required Instant WrittenAt { get; init; }
    /// <summary>When its writer followed the link; the public reads it as the time of the comment.</summary>
    public Instant? SentAt { get; private set; }
    /// <summary>When it was last accepted, declined, taken back or edited.</summary>
    public Instant? ChangedAt { get; private set; }
    /// <summary>What moderators changed in it: 'A telephone number was removed.'</summary>
    public string? ModeratorNote { get; private set; }

    public static Comment Write(int discussionId, int? parentId, string requestKey, string? name, string email, string text,
        string language, Instant now) => new()
        {
            DiscussionId = discussionId,
            ParentId = parentId,
            RequestKey = requestKey,
            Name = name,
            Email = email,
            Text = text,
            Language = language,
            WrittenAt = now,
        };

    static readonly Rule<Func<Comment, bool>> PublicRule = new(c => c.State == CommentState.Accepted);

    [Rule(nameof(PublicRule))]
    public bool IsPublic => PublicRule.Run(this);

    /// <summary>Its writer has followed the link.</summary>
    /// <param name="isHeld">Whether it waits for a moderator.</param>
    public void Send(bool isHeld, Instant now) =>
        (State, SentAt, ChangedAt) = (isHeld ? CommentState.Held : CommentState.Accepted, now, now);

    /// <summary>Whether its writer may still correct it, or take it back without a trace.</summary>
    public bool IsCorrectable(Instant now) =>
        State is CommentState.Held or CommentState.Accepted && SentAt is { } sent && now < sent + CorrectableFor;

    /// <summary>Its writer says it otherwise.</summary>
    public void Correct(string text, bool isHeld, Instant now) =>
        (Text, State, ChangedAt) = (text, isHeld ? CommentState.Held : State, now);

    /// <summary>A moderator decides.</summary>
    public void Decide(CommentState state, Instant now) => (State, ChangedAt) = (state, now);

    /// <summary>A moderator shortens it, and says so.</summary>
    public void Edit(string text, string note, Instant now) => (Text, ModeratorNote, ChangedAt) = (text, note, now);

    /// <summary>Leaves nothing of it but its place.</summary>
    public void Remove(Instant now)
    {
        (State, ChangedAt, Name, Email, Text, ModeratorNote) = (CommentState.Removed, now, null, null, "", null);
    }
}

sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> table)
    {
        table.ToTable("Comments");
        table.IsOneOf<Comment, CommentState>(nameof(Comment.State));
        table.Ignore(c => c.IsPublic);
        table.Property(c => c.RequestKey).HasMaxLength(40);
        table.HasIndex(c => c.RequestKey).IsUnique();
        table.Property(c => c.Name).HasMaxLength(Lengths.Name);
        table.Property(c => c.Email).HasMaxLength(Lengths.Line);
        table.HasIndex(c => c.Email);
        table.Property(c => c.Text).HasMaxLength(Comment.MaxText);
        table.Property(c => c.Language).HasMaxLength(Lengths.Language);
        table.Property(c => c.ModeratorNote).HasMaxLength(Lengths.Line);
        table.HasIndex(c => new { c.DiscussionId, c.State });
        table.HasIndex(c => new { c.State, c.WrittenAt });
        table.HasOne(c => c.Discussion).WithMany(d => d.Comments).HasForeignKey(c => c.DiscussionId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne(c => c.Parent).WithMany(c => c.Replies).HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Cascade);
    }
}
