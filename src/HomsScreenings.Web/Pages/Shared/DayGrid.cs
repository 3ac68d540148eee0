using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A row of a day: what begins at a time, by the columns of the grid; null for what has no time yet.</summary>
public sealed record DayGridRow(LocalTime? Time, IReadOnlyList<IReadOnlyList<ScreeningCard>> Cells);

/// <summary>A festival's day: times down, screens and venues across.</summary>
public sealed record DayGrid(LocalDate Date, IReadOnlyList<string> Places, IReadOnlyList<DayGridRow> Rows)
{
    // More columns than that cannot be read, and one is no grid.
    const int MaxPlaces = 6;

    public bool IsReadable => Places.Count is > 1 and <= MaxPlaces;

    /// <summary>The grid of a day's screenings, which come in the order of the programme.</summary>
    public static DayGrid Of(LocalDate date, IReadOnlyList<ScreeningCard> screenings, Instant now)
    {
        List<string> places = [.. screenings.Select(s => s.WhereSeen(now)).Distinct().Order(StringComparer.Ordinal)];
        return new(date, places, [.. screenings.GroupBy(s => s.Time)
            .Select(time => new DayGridRow(time.Key, [.. places.Select(place => time.Where(s => s.WhereSeen(now) == place).ToList())]))]);
    }
}
