using HomsScreenings.Model;
using HomsScreenings.Programme;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Series;

/// <summary>How a series is told.</summary>
public static class SeriesWords
{
    public static string Label(SeriesKind kind) => kind switch
    {
        SeriesKind.Tour => T("Tour"),
        SeriesKind.Season => T("Season"),
        SeriesKind.Festival => T("Festival"),
        _ => T("Programme"),
    };

    /// <summary>Whether the title says already what kind of series it is: 'UK tour'.</summary>
    public static bool IsSaidBy(string title, SeriesKind kind) => title.Contains(Label(kind), StringComparison.OrdinalIgnoreCase);

    /// <summary>From when to when, as far as known: either end may be open.</summary>
    /// <param name="starts">Its first day, as somebody has said.</param>
    /// <param name="ends">Its last day, as somebody has said.</param>
    /// <param name="year">Its year, as somebody has said.</param>
    /// <param name="screenings">The first and the last day of its screenings, for a series of which nobody has said anything.</param>
    public static string Dates(
        LocalDate? starts, LocalDate? ends, int? year, (LocalDate? First, LocalDate? Last) screenings = default) => (starts, ends) switch
        {
            ({ } first, { } last) when first == last => ScreeningWords.FormatShort(first),
            ({ } first, { } last) when first.ToYearMonth() == last.ToYearMonth() =>
                T("{0} to {1}", Number(first.Day), ScreeningWords.FormatShort(last)),
            ({ } first, { } last) => T("{0} to {1}", ScreeningWords.FormatShort(first), ScreeningWords.FormatShort(last)),
            ({ } first, null) => T("From {0}; no last day is known", ScreeningWords.FormatShort(first)),
            (null, { } last) => T("Until {0}; the first day is not known", ScreeningWords.FormatShort(last)),
            _ when year is { } of => Number(of),
            _ when screenings.First is not null => Dates(screenings.First, screenings.Last, null),
            _ => T("Dates not known"),
        };
}
