using HomsScreenings.Programme;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>A form that asks once whether a date is meant that looks like a slip of the finger.</summary>
public interface IAsksAboutDates
{
    /// <summary>The dates about which it has been asked: sent again unchanged, they are meant.</summary>
    string? AskedAbout { get; set; }
}

/// <summary>
/// Dates that are right now and then and wrong mostly: days that are past, and years for which hardly anybody plans yet.
/// </summary>
public static class UnusualDates
{
    const int YearsAhead = 2;

    /// <summary>Asks whether the date is meant; null where nothing is unusual about it.</summary>
    /// <param name="date">As it was typed.</param>
    /// <param name="today">At the place.</param>
    public static string? Question(LocalDate date, LocalDate today) =>
        date < today ? $"{ScreeningWords.Format(date)} is in the past. {Again}"
        : date.Year > today.Year + YearsAhead ? $"{ScreeningWords.Format(date)} is {date.Year - today.Year} years ahead. {Again}"
        : null;

    const string Again = "Nothing has been saved yet: correct it, or press the button again if it is meant.";
}
