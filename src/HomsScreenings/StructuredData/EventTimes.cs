using HomsScreenings.Time;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.StructuredData;

/// <summary>Times as machines read them (ISO 8601), by the wall of the place.</summary>
public static class EventTimes
{
    static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>'2026-06-27T20:30:00+01:00'; null where the instant or the zone is not known.</summary>
    public static string? Format(Instant? instant, string? timeZone) =>
        instant is not { } at || timeZone is null ? null
        : at.InZone(Zones.Get(timeZone)).ToOffsetDateTime() is var time && time.Offset.Seconds % 60 == 0 ? Pattern.Format(time)
        : Format(instant); // before there were zones an offset had seconds, for which there is no way to write it

    /// <summary>'2026-06-27T18:00:00+00:00', for what belongs to no place.</summary>
    public static string? Format(Instant? instant) => instant is { } at ? Pattern.Format(at.WithOffset(Offset.Zero)) : null;

    /// <summary>'2026-06-27'.</summary>
    public static string? Format(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    /// <summary>'20:30'.</summary>
    public static string? Format(LocalTime? time) =>
        time is { } at ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at) : null;

    /// <summary>'PT94M' (ISO 8601-1, 5.5.2).</summary>
    public static string? Minutes(int? minutes) => minutes is { } m ? FormattableString.Invariant($"PT{m}M") : null;
}
