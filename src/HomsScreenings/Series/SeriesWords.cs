using System.Globalization;
using HomsScreenings.Screenings;
using NodaTime;

namespace HomsScreenings.Series;

/// <summary>How a series is told.</summary>
public static class SeriesWords
{
    public static string Say(SeriesKind kind) => kind switch
    {
        SeriesKind.Tour => "Tour",
        SeriesKind.Season => "Season",
        SeriesKind.Festival => "Festival",
        _ => "Programme",
    };

    /// <summary>From when to when, as far as known: either end may be open.</summary>
    public static string Dates(LocalDate? starts, LocalDate? ends, int? year) => (starts, ends) switch
    {
        ({ } first, { } last) when first == last => ScreeningWords.SayShort(first),
        ({ } first, { } last) => $"{ScreeningWords.SayShort(first)} to {ScreeningWords.SayShort(last)}",
        ({ } first, null) => $"From {ScreeningWords.SayShort(first)}; no last day is known",
        (null, { } last) => $"Until {ScreeningWords.SayShort(last)}; the first day is not known",
        _ when year is { } of => of.ToString(CultureInfo.InvariantCulture),
        _ => "Dates not known",
    };
}
