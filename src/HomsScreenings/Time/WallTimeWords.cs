using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Time;

/// <summary>What is to be said to somebody who typed a time that the clocks skip or show twice.</summary>
public static class WallTimeWords
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    static readonly LocalDatePattern Day = LocalDatePattern.Create("d MMMM uuuu", English);
    static readonly LocalTimePattern Clock = LocalTimePattern.Create("HH:mm", English);

    /// <summary>What is wrong with a time on the wall, as a sentence; null where nothing is.</summary>
    /// <param name="second">Which of two is meant, where the clocks show the time twice; null where nobody has said.</param>
    public static string? Problem(LocalDate date, LocalTime time, DateTimeZone zone, bool? second) =>
        WallTime.KindOf(date + time, zone) switch
        {
            WallTimeKind.Skipped => Skipped(date + time, zone),
            WallTimeKind.Twice when second is null => Twice(date + time, zone),
            _ => null,
        };

    static string Skipped(LocalDateTime wall, DateTimeZone zone)
    {
        var (before, after) = Around(wall, zone);
        return $"The clocks in {zone.Id} go forward on {Day.Format(wall.Date)}, from {Clock.Format(before)} to {Clock.Format(after)}, and skip {Clock.Format(wall.TimeOfDay)}: there is no such time.";
    }

    static string Twice(LocalDateTime wall, DateTimeZone zone)
    {
        var (before, after) = Around(wall, zone);
        return $"The clocks in {zone.Id} go back on {Day.Format(wall.Date)}, from {Clock.Format(before)} to {Clock.Format(after)}, and show {Clock.Format(wall.TimeOfDay)} twice: say whether the first or the second is meant.";
    }

    // What the wall shows just before and just after the change.
    static (LocalTime Before, LocalTime After) Around(LocalDateTime wall, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(wall);
        return (mapping.EarlyInterval.IsoLocalEnd.TimeOfDay, mapping.LateInterval.IsoLocalStart.TimeOfDay);
    }
}
