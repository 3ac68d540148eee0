using NodaTime;

namespace HomsScreenings.Time;

/// <summary>A cinema's day begins at four in the morning: half past midnight belongs to the evening before.</summary>
public static class ProgrammeDay
{
    public static readonly LocalTime Begins = new(4, 0);

    /// <summary>The programme day of a wall time; a date without a time is its own programme day.</summary>
    public static LocalDate Of(LocalDateTime wall) => Of(wall.Date, wall.TimeOfDay);

    public static LocalDate Of(LocalDate date, LocalTime? time) => time < Begins ? date.PlusDays(-1) : date;
}
