using HomsScreenings.Model;
using HomsScreenings.Records;
using NodaTime;

namespace HomsScreenings.Comments;

/// <summary>Whether the comments under something are open, as its own page says it.</summary>
/// <param name="Id">The number of the discussion.</param>
/// <param name="IsOpen">Whether the organisers opened it, and have not closed it since.</param>
/// <param name="LastDay">The last day on which a comment may be written, by UTC; null without an end.</param>
public sealed record DiscussionLine(int Id, bool IsOpen, LocalDate? LastDay)
{
    static readonly Rule<Func<Discussion?, DiscussionLine?>> OfRule = new(d =>
        d == null ? null : new DiscussionLine(d.Id, d.IsOpen, d.LastDay));

    /// <summary>That of a discussion; null where there is none.</summary>
    [Rule(nameof(OfRule))]
    public static DiscussionLine? Of(Discussion? discussion) => OfRule.Run(discussion);

    /// <summary>Whether a comment may be written now.</summary>
    public bool IsOpenAt(Instant now) => IsOpen && !(LastDay < now.InUtc().Date);
}
