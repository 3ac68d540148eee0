using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>The numbers and instants by which the programme is ordered and parted into what comes and what is over.</summary>
public static class ProgrammeOrders
{
    /// <summary>When a screening is over that may still come, nobody knows when.</summary>
    public static readonly Instant Never = Instant.FromUtc(9000, 1, 1, 0, 0);
    /// <summary>When a screening was over whose visitors were counted and whose day nobody noted.</summary>
    public static readonly Instant LongAgo = Instant.FromUtc(1800, 1, 1, 0, 0);
    /// <summary>The place of what has no date: last of all.</summary>
    public const long Undated = long.MaxValue;

    /// <summary>Whatever lasts longer counts as over after so many days, so that nobody looks for the present in the whole past.</summary>
    public const int MaxDays = 366;

    // A day is in order as the clocks at its places say: nobody who reads a list of several countries reckons in one zone. It
    // begins at four, so that minutes from its midnight lie between 240 and 1680.
    const long Day = 10_000, NoTime = 9_999;

    /// <summary>When it is over: announced or worked out, or as <see cref="UndatedOverAt"/> has it.</summary>
    public static Instant OverAt(LocalDate? day, Instant? endsAt, int? attendance, LocalDate? seriesEnds, int? seriesYear) =>
        endsAt is { } end && day is { } first ? Instant.Min(end, Midnight(first.PlusDays(MaxDays)))
        : UndatedOverAt(attendance, seriesEnds, seriesYear);

    /// <summary>Without a date it is over when its visitors were counted, or else when its series is.</summary>
    static Instant UndatedOverAt(int? attendance, LocalDate? seriesEnds, int? seriesYear)
    {
        if (attendance is not null) return LongAgo;
        var byDay = seriesEnds is { } last ? Midnight(last.PlusDays(1)) : Never;
        var byYear = seriesYear is { } year ? Midnight(new LocalDate(year + 1, 1, 1)) : Never;
        return Instant.Min(byDay, byYear);
    }

    public static long InProgramme(LocalDate? day, LocalTime? time) =>
        day is { } date ? (Number(date) * Day) + (Minutes(time) ?? NoTime) : Undated;

    public static long LatestFirst(LocalDate? day, LocalTime? time) =>
        day is { } date ? (-Number(date) * Day) + (Day - 1 - Minutes(time) ?? NoTime) : Undated;

    /// <summary>The place in the order of the latest of what has this place in the order of the programme.</summary>
    public static long LatestFirst(long inProgramme)
    {
        if (inProgramme == Undated) return Undated;
        var minutes = inProgramme - (DayNumber(inProgramme) * Day);
        return (-DayNumber(inProgramme) * Day) + (minutes == NoTime ? NoTime : Day - 1 - minutes);
    }

    /// <summary>The programme day of a place in the order of the programme; of what has a date.</summary>
    public static LocalDate DayOf(long inProgramme) => new LocalDate(1970, 1, 1).PlusDays((int)DayNumber(inProgramme));

    /// <summary>Days since 1970, for telling days apart.</summary>
    public static long DayNumber(long inProgramme) => (inProgramme - (((inProgramme % Day) + Day) % Day)) / Day;

    /// <summary>Where a day begins in the order of the programme.</summary>
    public static long BeginningOf(LocalDate day) => Number(day) * Day;

    /// <summary>Before it in the order of the programme stands nothing that is not over yet.</summary>
    public static long FirstPossibleAt(Instant now) => Number(now.InUtc().Date.PlusDays(-MaxDays - 1)) * Day;

    /// <summary>Before it in the order of the latest stands nothing that is over.</summary>
    public static long LatestPossibleAt(Instant now) => -Number(now.InUtc().Date.PlusDays(2)) * Day;

    static long Number(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    static long? Minutes(LocalTime? time) =>
        time is { } at ? (at.Hour * 60) + at.Minute + (at < ProgrammeDay.Begins ? 24 * 60 : 0) : null;

    static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
