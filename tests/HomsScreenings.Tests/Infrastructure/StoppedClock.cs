using NodaTime;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>A clock that stands still until somebody moves it.</summary>
public sealed class StoppedClock : TimeProvider
{
    /// <summary>A Monday at noon, in summer time where there is one.</summary>
    public static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    public Instant Now { get; set; } = Noon;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Pass(Duration time) => Now += time;
}
