using System.Globalization;
using HomsScreenings.Screenings;
using HomsScreenings.Text;

namespace HomsScreenings.Films;

/// <summary>How a film's facts are told.</summary>
public static class FilmWords
{
    public static string Say(FilmKind kind) => kind switch
    {
        FilmKind.Documentary => "Documentary",
        FilmKind.Fiction => "Fiction",
        FilmKind.Animation => "Animation",
        FilmKind.Experimental => "Experimental film",
        FilmKind.Short => "Short film",
        _ => "Film",
    };

    public static string Say(OfferKind offer) => offer switch
    {
        OfferKind.Stream => "Stream",
        OfferKind.Rent => "Rent",
        OfferKind.Buy => "Buy",
        _ => "Free",
    };

    /// <summary>'94 minutes', with the name of the cut where it has one: '94 minutes (festival cut)'.</summary>
    public static string Say(RunningTimeLine time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} minutes") + (time.Cut is { } cut ? $" ({cut})" : "");

    /// <summary>'94 minutes (source: the festival's catalogue)'.</summary>
    public static string SayWithSource(RunningTimeLine time) => time.Source is { } source ? $"{Say(time)} (source: {source})" : Say(time);

    /// <summary>'4 USD', 'free', or that the price is not known.</summary>
    public static string Price(WatchOfferLine offer) =>
        offer is { Price: { } price, Currency: { } currency } ? $"{ScreeningWords.Money(price)} {currency}"
        : offer.Offer == OfferKind.Free ? "free" : "price not known";

    /// <summary>'Arabic, with subtitles in English'; null where nothing is known.</summary>
    public static string? Languages(IReadOnlyCollection<string> spoken, IReadOnlyCollection<string> subtitles)
    {
        var (heard, read) = (ScreeningWords.And(spoken.Select(LanguageTags.Name)), ScreeningWords.And(subtitles.Select(LanguageTags.Name)));
        return (heard.Length, read.Length) switch
        {
            (0, 0) => null,
            (_, 0) => heard,
            (0, _) => $"Subtitles in {read}",
            _ => $"{heard}, with subtitles in {read}",
        };
    }

    /// <summary>'Syria and Germany'; null where nothing is known.</summary>
    public static string? Countries(IReadOnlyCollection<string> codes) => codes.Count == 0 ? null : ScreeningWords.And(codes.Select(CountryCodes.Name));
}
