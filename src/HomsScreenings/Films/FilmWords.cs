using HomsScreenings.Model;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Films;

/// <summary>How a film's facts are told.</summary>
public static class FilmWords
{
    public static string Label(FilmKind kind) => kind switch
    {
        FilmKind.Documentary => T("Documentary"),
        FilmKind.Fiction => T("Fiction"),
        FilmKind.Animation => T("Animation"),
        FilmKind.Experimental => T("Experimental film"),
        FilmKind.Short => T("Short film"),
        _ => T("Film"),
    };

    public static string Label(OfferKind offer) => offer switch
    {
        OfferKind.Stream => T("Stream"),
        OfferKind.Rent => T("Rent"),
        OfferKind.Buy => T("Buy"),
        _ => T("Free to watch"),
    };

    /// <summary>'94 minutes', with the name of the cut where it has one: '94 minutes (festival cut)'.</summary>
    public static string Label(RunningTimeLine time) => time.Cut is { } cut
        ? N(time.Minutes, "{0} minute ({1})", "{0} minutes ({1})", cut)
        : N(time.Minutes, "{0} minute", "{0} minutes");

    /// <summary>'BBFC 15 (United Kingdom), FSK 12 (Germany)': that of a country first; null where there are none.</summary>
    /// <param name="country">Where it is shown, ISO 3166-1 alpha-2; null where that does not matter.</param>
    public static string? AgeRatings(IEnumerable<AgeRating> ratings, string? country = null) =>
        Listed(ratings.OrderByDescending(r => r.Country == country)
            .Select(r => T("{0} ({1})", $"{r.Board} {r.Rating}", CountryCodes.Name(r.Country)))) is { Length: > 0 } said ? said : null;

    public static string Label(AwardResult result) => result switch
    {
        AwardResult.Won => T("Winner"),
        AwardResult.Nominated => T("Nominated"),
        _ => T("Official selection"),
    };

    /// <summary>'US$4', or that the price is not known; null for what is free.</summary>
    public static string? Price(WatchOfferLine offer) =>
        offer is { Price: { } price, Currency: { } currency } ? MoneyWords.Money(price, currency)
        : offer.Offer == OfferKind.Free ? null : T("price not known");

    /// <summary>'Arabic, with subtitles in English'; null where nothing is known.</summary>
    public static string? Languages(IReadOnlyCollection<string> spoken, IReadOnlyCollection<string> subtitles)
    {
        var (heard, read) = (And(spoken.Select(LanguageTags.Name)), And(subtitles.Select(LanguageTags.Name)));
        return (heard.Length, read.Length) switch
        {
            (0, 0) => null,
            (_, 0) => heard,
            (0, _) => T("Subtitles in {0}", read),
            _ => T("{0}, with subtitles in {1}", heard, read),
        };
    }

    /// <summary>'Syria and Germany'; null where nothing is known.</summary>
    public static string? Countries(IReadOnlyCollection<string> codes) => codes.Count == 0 ? null : And(codes.Select(CountryCodes.Name));

    /// <summary>'94 or 90 minutes · Arabic, with subtitles in English': what one asks first; null where nothing is known.</summary>
    public static string? InShort(FilmDetails film)
    {
        return string.Join(T(" · "),
            new[] { Length(film.RunningTimes), Languages(film.Languages, film.Subtitles) }.OfType<string>()) is { Length: > 0 } said
            ? said : null;
    }

    /// <summary>'94 or 90 minutes'; null where nobody has said.</summary>
    public static string? Length(IEnumerable<RunningTimeLine> times)
    {
        var minutes = times.Select(t => t.Minutes).Distinct().ToList();
        return minutes.Count switch
        {
            0 => null,
            1 => N(minutes[0], "{0} minute", "{0} minutes"),
            _ => N(minutes[^1], "{1} or {0} minute", "{1} or {0} minutes", Listed(minutes[..^1].Select(Number))),
        };
    }

    /// <summary>What somebody did, as credits say it: the usual roles in the language that is spoken, others as they were typed.</summary>
    public static string Role(string role) => role switch
    {
        CreditRoles.Director => T("Director"),
        "Writer" => T("Writer"),
        "Producer" => T("Producer"),
        "Executive producer" => T("Executive producer"),
        "Co-producer" => T("Co-producer"),
        "Camera" => T("Camera"),
        "Editor" => T("Editor"),
        "Sound" => T("Sound"),
        "Music" => T("Music"),
        "Production design" => T("Production design"),
        "Costume" => T("Costume"),
        "Animation" => T("Animation"),
        "Narrator" => T("Narrator"),
        "Cast" => T("Cast"),
        CreditRoles.Featuring => T("Featuring"),
        "Production company" => T("Production company"),
        "Distributor" => T("Distributor"),
        _ => role,
    };
}
