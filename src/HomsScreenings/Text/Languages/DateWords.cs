using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Text.Languages;

/// <summary>
/// Dates and times of day in the language that is spoken now: its names of days and months, its order of them, its
/// digits. The pattern is a text like any other, for what is 'd MMMM' in one language is 'MMMM d' in another.
/// </summary>
public static class DateWords
{
    static readonly ConcurrentDictionary<(string Pattern, CultureInfo Culture), LocalDatePattern> Dates = [];
    static readonly ConcurrentDictionary<(string Pattern, CultureInfo Culture), LocalTimePattern> Times = [];

    /// <summary>A day; the name of its month is never broken over two lines.</summary>
    /// <param name="date">The day.</param>
    /// <param name="pattern">As NodaTime has it, in the language that is spoken.</param>
    /// <param name="bothMonths">Whether the month has both its names, where readers of the language know it by different ones.</param>
    public static string Format(LocalDate date, string pattern, bool bothMonths = false)
    {
        var language = Language.Current;
        var words = Dates.GetOrAdd((pattern, language.Culture), static p => LocalDatePattern.Create(p.Pattern, p.Culture)).Format(date);
        var month = language.Culture.DateTimeFormat.MonthGenitiveNames[date.Month - 1];
        var name = month.Replace(' ', Texts.NoBreakSpace);
        if (bothMonths && language.OtherMonth(date.Month) is { } other) name = $"{name} ({other})";
        return language.Digits(name == month ? words : words.Replace(month, name, StringComparison.Ordinal));
    }

    /// <param name="time">By the wall of the place.</param>
    /// <param name="pattern">As NodaTime has it, in the language that is spoken.</param>
    public static string Format(LocalTime time, string pattern)
    {
        var language = Language.Current;
        return language.Digits(
            Times.GetOrAdd((pattern, language.Culture), static p => LocalTimePattern.Create(p.Pattern, p.Culture)).Format(time));
    }
}
