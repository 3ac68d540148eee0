using System.Collections.Concurrent;

namespace HomsScreenings.Web.Site;

/// <summary>Counts by name within one minute of the clock, and forgets all of it with the next.</summary>
/// <param name="limit">How often each may be counted in a minute.</param>
/// <param name="clock">Whose minutes they are.</param>
sealed class MinuteCount(int limit, TimeProvider clock)
{
    sealed record Minute(long Number, ConcurrentDictionary<string, int> Counts);

    volatile Minute _minute = new(-1, []);

    /// <summary>Counts one more; false where that is more than may be.</summary>
    public bool TryCount(string name)
    {
        var number = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        var minute = _minute;
        if (minute.Number != number) _minute = minute = new(number, new(StringComparer.Ordinal));
        return minute.Counts.AddOrUpdate(name, 1, static (_, count) => count + 1) <= limit;
    }
}
