using NodaTime;

namespace HomsScreenings.Time;

/// <summary>What a wall clock at a place makes of a date and a time: it shows most times once, skips some, shows some twice.</summary>
public enum WallTimeKind { Once, Skipped, Twice }

/// <summary>
/// What an audience was promised is a time on the wall of a place. This is the only way from there to an instant.
/// </summary>
public static class WallTime
{
    public static WallTimeKind KindOf(LocalDateTime wall, DateTimeZone zone) => zone.MapLocal(wall).Count switch
    {
        0 => WallTimeKind.Skipped,
        1 => WallTimeKind.Once,
        _ => WallTimeKind.Twice,
    };

    /// <summary>The instant at which the wall shows that time; where it does so twice, <paramref name="second"/> chooses.</summary>
    /// <exception cref="ArgumentException">The clocks skip that time there.</exception>
    public static Instant ToInstant(LocalDateTime wall, DateTimeZone zone, bool second)
    {
        var mapping = zone.MapLocal(wall);
        return mapping.Count switch
        {
            0 => throw new ArgumentException($"The clocks in {zone.Id} skip {wall:uuuu-MM-dd HH:mm}.", nameof(wall)),
            1 => mapping.Single().ToInstant(),
            _ => (second ? mapping.Last() : mapping.First()).ToInstant(),
        };
    }
}
