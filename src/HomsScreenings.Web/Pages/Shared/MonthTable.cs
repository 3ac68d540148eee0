using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using NodaTime;
using NodaTime.Extensions;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>A month as a table of weeks, which begin as they do where the language is spoken.</summary>
/// <param name="AddressOfDay">The list of all that is on on a day.</param>
public sealed record MonthTable(ProgrammeMonth Month, Instant Now, Func<MonthDay, string> AddressOfDay)
{
    public LocalDate Today => Now.InUtc().Date;

    static IsoDayOfWeek WeekBegins => Language.Current.Culture.DateTimeFormat.FirstDayOfWeek.ToIsoDayOfWeek();

    public IReadOnlyList<IReadOnlyList<LocalDate?>> Weeks => MonthGrid.Weeks(Month.Month, WeekBegins);

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
