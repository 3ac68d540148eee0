using HomsScreenings.Programme;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A row of a day: what begins at a time, by the columns of the grid; null for what has no time yet.</summary>
public sealed record DayGridRow(LocalTime? Time, IReadOnlyList<IReadOnlyList<ScreeningCard>> Cells);

/// <summary>A festival's day: times down, screens and venues across.</summary>
public sealed record DayGrid(LocalDate Date, IReadOnlyList<string> Places, IReadOnlyList<DayGridRow> Rows)
{
    // More columns than that cannot be read, and one is no grid.
    const int MaxPlaces = 6;

    /// <summary>What helps to choose, where there is little room: how long it takes, what it costs, seats, access.</summary>
    public static IEnumerable<string> Marks(ScreeningCard screening, Instant now)
    {
        if (!screening.IsOn) yield break;
        if (screening is { StartsAt: { } begins, EndsAt: { } ends })
        {
            var minutes = (int)(ends - begins).TotalMinutes;
            yield return N(minutes, "{0} minute", "{0} minutes");
        }
        if (screening.AdmissionWords is { } admission) yield return admission;
        if (screening.SeatMark(now) is { } seats) yield return seats;
        foreach (var access in screening.AccessWords) yield return access;
    }

    public bool IsReadable => Places.Count is > 1 and <= MaxPlaces;

    /// <summary>The grid of a day's screenings, which come in the order of the programme.</summary>
    public static DayGrid Of(LocalDate date, IReadOnlyList<ScreeningCard> screenings, Instant now)
    {
        List<string> places = [.. screenings.Select(s => s.WhereSeen(now)).Distinct().Order(StringComparer.Ordinal)];
        return new(date, places, [.. screenings.GroupBy(s => s.Time)
            .Select(time => new DayGridRow(time.Key, [.. places.Select(place => time.Where(s => s.WhereSeen(now) == place).ToList())]))]);
    }
}
