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

    /// <summary>From when to when, as far as known: either end may be open.</summary>
    public static string Dates(LocalDate? starts, LocalDate? ends, int? year) => (starts, ends) switch
    {
        ({ } first, { } last) when first == last => ScreeningWords.FormatShort(first),
        ({ } first, { } last) => T("{0} to {1}", ScreeningWords.FormatShort(first), ScreeningWords.FormatShort(last)),
        ({ } first, null) => T("From {0}; no last day is known", ScreeningWords.FormatShort(first)),
        (null, { } last) => T("Until {0}; the first day is not known", ScreeningWords.FormatShort(last)),
        _ when year is { } of => Number(of),
        _ => T("Dates not known"),
    };
}
