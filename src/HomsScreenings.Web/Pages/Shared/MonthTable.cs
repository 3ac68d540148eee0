using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using NodaTime;
using NodaTime.Extensions;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A month as a table of weeks, which begin as they do where the language is spoken.</summary>
/// <param name="AddressOfDay">The list of all that is on on a day.</param>
public sealed record MonthTable(ProgrammeMonth Month, Instant Now, Func<MonthDay, string> AddressOfDay)
{
    // A cell of seven columns is tall enough with so many.
    const int MaxInGrid = 3;

    public LocalDate Today => Now.InUtc().Date;

    static IsoDayOfWeek WeekBegins => Language.Current.Culture.DateTimeFormat.FirstDayOfWeek.ToIsoDayOfWeek();

    /// <summary>The weeks of the month; of the one that runs, without those before the first in which there is or was something.</summary>
    public IEnumerable<IReadOnlyList<LocalDate?>> Weeks
    {
        get
        {
            var weeks = MonthGrid.Weeks(Month.Month, WeekBegins);
            return Today.ToYearMonth() != Month.Month ? weeks
                : weeks.SkipWhile(week => week.All(day => day is not { } date || (date < Today && !Month.Days.ContainsKey(date))));
        }
    }

    /// <summary>What a day names, each with its class: what is off, and what stands only where days have the full width.</summary>
    public static IEnumerable<(DayLine Screening, string? Class)> LinesOf(MonthDay day) =>
        day.First.Select((screening, index) => (screening, (screening.IsOn, index < InGrid(day)) switch
        {
            (true, true) => null,
            (true, false) => "only-in-list",
            (false, true) => "is-off",
            (false, false) => "is-off only-in-list",
        }));

    /// <summary>How many more a day has: in seven columns, and where days have the full width.</summary>
    public static IEnumerable<(string? Where, int Count)> MoreOf(MonthDay day)
    {
        var inGrid = day.Screenings - InGrid(day);
        if (inGrid == day.More) return inGrid > 0 ? [(null, inGrid)] : [];
        return day.More > 0 ? [("only-in-grid", inGrid), ("only-in-list", day.More)] : [("only-in-grid", inGrid)];
    }

    // 'One more' takes as much room as the one itself.
    static int InGrid(MonthDay day) => Math.Min(day.First.Count, day.Screenings <= MaxInGrid + 1 ? MaxInGrid + 1 : MaxInGrid);

    /// <summary>The days of the week over the columns: in full and short.</summary>
    public IEnumerable<(string Name, string Short)> DaysOfWeek
    {
        get
        {
            var format = Language.Current.Culture.DateTimeFormat;
            return MonthGrid.DaysOfWeek(WeekBegins).Select(d => (int)d % 7)
                .Select(d => (format.DayNames[d], format.AbbreviatedDayNames[d]));
        }
    }
}
