using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Subscriptions;

/// <summary>Between which moments something has to happen to be told in one mail.</summary>
/// <param name="From">Exclusive; a full minute.</param>
/// <param name="Until">Inclusive; a full minute.</param>
public sealed record DigestInterval(Instant From, Instant Until)
{
    // A save has the time of its beginning, and is seen when it is done: what was saved just now may not all be there yet.
    static readonly Duration SavesTakeAtMost = Duration.FromSeconds(30);

    /// <summary>Until when can be told at a moment.</summary>
    public static Instant EndAt(Instant now) => FullMinute(now - SavesTakeAtMost);

    /// <summary>The beginning of the minute.</summary>
    public static Instant FullMinute(Instant moment) => Instant.FromUnixTimeSeconds((long)MinutesOf(moment) * 60);

    /// <summary>The number of the minute since 1970, as a message of the outbox keeps it.</summary>
    public static int MinutesOf(Instant moment) => checked((int)Math.Floor(moment.ToUnixTimeSeconds() / 60.0));

    /// <summary>That of a message.</summary>
    public static DigestInterval Of(OutboxMessage message) =>
        new(Instant.FromUnixTimeSeconds((message.Detail ?? 0) * 60L), EndAt(message.CreatedAt));
}
