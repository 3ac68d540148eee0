using System.Runtime.InteropServices;
using HomsScreenings.Model;
using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>Days that one asks for by name. Which they are changes by the day: a link or a calendar with the name stays true.</summary>
public enum DaysAhead { Today, Tomorrow, Weekend, NextWeek }

/// <summary>
/// The days that a name means now, by the clocks of each place: in one town it is tomorrow already while in another it is still today.
/// </summary>
sealed class NamedDays
{
    readonly Dictionary<string, OrderRange> _byZone;

    NamedDays(OrderRange elsewhere, Dictionary<string, OrderRange> byZone) => (Elsewhere, _byZone) = (elsewhere, byZone);

    /// <summary>Where no zone is known.</summary>
    public OrderRange Elsewhere { get; }

    /// <summary>The zones in which they are other days than elsewhere.</summary>
    public IEnumerable<IGrouping<OrderRange, string>> Zones => _byZone.GroupBy(z => z.Value, z => z.Key);

    public OrderRange In(string? zone) => zone is not null && _byZone.TryGetValue(zone, out var days) ? days : Elsewhere;

    /// <param name="zones">Those of the programme.</param>
    public static NamedDays Of(DaysAhead days, IEnumerable<string> zones, Instant now)
    {
        var elsewhere = Of(days, ProgrammeDay.Of(now.InUtc().LocalDateTime));
        return new(elsewhere, zones.Select(id => (Id: id, Days: Of(days, ProgrammeDay.Of(now.InZone(Time.Zones.Get(id)).LocalDateTime))))
            .Where(z => z.Days != elsewhere).ToDictionary(z => z.Id, z => z.Days, StringComparer.Ordinal));
    }

    // A weekend begins on Friday: in one country it is its evening, in another the day itself.
    static OrderRange Of(DaysAhead days, LocalDate today) => days switch
    {
        DaysAhead.Today => OrderRange.Of(today, today),
        DaysAhead.Tomorrow => OrderRange.Of(today.PlusDays(1), today.PlusDays(1)),
        DaysAhead.Weekend => OrderRange.Of(SundayOf(today).PlusDays(-2), SundayOf(today)),
        _ => OrderRange.Of(SundayOf(today).PlusDays(1), SundayOf(today).PlusDays(7)),
    };

    static LocalDate SundayOf(LocalDate day) => day.PlusDays(IsoDayOfWeek.Sunday - day.DayOfWeek);
}

/// <summary>Some days, as places in the order of the programme.</summary>
/// <param name="End">Where the day after the last begins.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct OrderRange(long First, long End)
{
    public static OrderRange Of(LocalDate first, LocalDate last) =>
        new(ProgrammeOrders.BeginningOf(first), ProgrammeOrders.BeginningOf(last.PlusDays(1)));

    public bool Has(long order) => order >= First && order < End;
}
