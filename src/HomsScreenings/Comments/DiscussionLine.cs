using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>Whether the comments under something are open, as its own page says it.</summary>
/// <param name="Id">The number of the discussion.</param>
/// <param name="IsOpen">Whether the organisers opened it, and have not closed it since.</param>
/// <param name="LastDay">The last day on which a comment may be written, by UTC; null without an end.</param>
public sealed record DiscussionLine(int Id, bool IsOpen, LocalDate? LastDay)
{
    /// <summary>Whether a comment may be written now.</summary>
    public bool IsOpenAt(Instant now) => IsOpen && !(LastDay < now.InUtc().Date);
}
