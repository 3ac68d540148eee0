using System.Collections.Concurrent;
using NodaTime;

namespace HomsScreenings.Web.Site;

/// <summary>Adds up by name within one period of the clock, such as an hour, and forgets all of it with the next.</summary>
/// <param name="period">How long one is.</param>
/// <param name="clock">Whose periods they are.</param>
sealed class PeriodSums(Duration period, TimeProvider clock)
{
    sealed record Period(long Number, ConcurrentDictionary<string, int> Sums);

    volatile Period _period = new(-1, []);

    /// <summary>Adds to the sum of a name; false, with nothing added, where that would be more than may be.</summary>
    public bool TryAdd(string name, int amount, int limit)
    {
        var sums = Present();
        if (sums.AddOrUpdate(name, amount, (_, sum) => sum + amount) <= limit) return true;
        sums.AddOrUpdate(name, 0, (_, sum) => sum - amount);
        return false;
    }

    /// <summary>The sum of a name within this period.</summary>
    public int Of(string name) => Present().GetValueOrDefault(name);

    /// <summary>Takes back what was added and came to nothing.</summary>
    public void TakeBack(string name, int amount) => Present().AddOrUpdate(name, 0, (_, sum) => Math.Max(0, sum - amount));

    ConcurrentDictionary<string, int> Present()
    {
        var number = (long)((clock.GetUtcNow() - DateTimeOffset.UnixEpoch) / period.ToTimeSpan());
        var present = _period;
        if (present.Number != number) _period = present = new(number, new(StringComparer.Ordinal));
        return present.Sums;
    }
}
