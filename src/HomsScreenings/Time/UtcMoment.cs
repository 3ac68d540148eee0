using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Time;

/// <summary>A moment as the desk tells it, where no place gives it a clock: in English and in UTC.</summary>
public static class UtcMoment
{
    static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm 'UTC'");

    /// <summary>'3 December 2026, 09:00 UTC'.</summary>
    public static string Format(Instant moment) => Pattern.Format(moment);
}
