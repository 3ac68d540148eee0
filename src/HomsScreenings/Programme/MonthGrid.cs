using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>The days of a month as a calendar on a wall has them: in weeks, with gaps before the first and after the last.</summary>
public static class MonthGrid
{
    /// <param name="weekBegins">The day in the first column; Monday in Britain, Saturday in Syria.</param>
    /// <returns>Weeks of seven days; null for a day of another month.</returns>
    public static IReadOnlyList<IReadOnlyList<LocalDate?>> Weeks(YearMonth month, IsoDayOfWeek weekBegins)
    {
        var first = month.OnDayOfMonth(1);
        var gap = ((int)first.DayOfWeek - (int)weekBegins + 7) % 7;
        var days = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        return [.. Enumerable.Range(0, (gap + days + 6) / 7 * 7)
            .Select(cell => cell < gap || cell >= gap + days ? (LocalDate?)null : first.PlusDays(cell - gap)).Chunk(7)];
    }

    /// <summary>The days of a week in the order in which they stand over the columns.</summary>
    public static IEnumerable<IsoDayOfWeek> DaysOfWeek(IsoDayOfWeek weekBegins) =>
        Enumerable.Range(0, 7).Select(i => (IsoDayOfWeek)((((int)weekBegins - 1 + i) % 7) + 1));

    public static LocalDate LastDay(this YearMonth month) => month.OnDayOfMonth(CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));
}
