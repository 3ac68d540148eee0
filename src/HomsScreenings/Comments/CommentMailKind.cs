namespace HomsScreenings.Comments;

/// <summary>The kinds of mail about comments, as the outbox names them.</summary>
public static class CommentMailKind
{
    /// <summary>Asks a writer to follow the link; the subject is the comment.</summary>
    public const string Confirm = "comment.confirm";

    /// <summary>Tells a moderator what waits; the subject is the account.</summary>
    public const string Digest = "comment.digest";
}
