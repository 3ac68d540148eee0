using NodaTime;

namespace HomsScreenings.Time;

/// <summary>The one clock is the injected <see cref="TimeProvider"/>; this turns what it says into the domain's type.</summary>
public static class Clock
{
    extension(TimeProvider clock)
    {
        /// <summary>Now, cut to whole milliseconds, so that both databases give back exactly what was stored.</summary>
        public Instant Now() => Instant.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
