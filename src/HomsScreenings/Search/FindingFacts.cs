using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Records;
using HomsScreenings.Text;
using NodaTime;

namespace HomsScreenings.Search;

/// <summary>What of a screening, its venue, its series and its films decides how it is found.</summary>
sealed record FindingFacts(
    LocalDate? Date, LocalTime? Time, Instant? EndsAt, int? Attendance, LocalDate? SeriesEnds, int? SeriesYear,
    string? Town, string? Country, double? Latitude, double? Longitude, Provisions Provisions, string LanguagesKey,
    IReadOnlyCollection<string> FilmLanguagesKeys)
{
    // An entry of an index has room for no more, and nobody shows so many.
    const int MaxLanguages = 40;

    /// <summary>Those of a screening in memory; null where what it refers to has not been loaded.</summary>
    public static FindingFacts? Of(Screening screening)
    {
        var (venue, series) = (screening.Venue, screening.Series);
        if ((venue is null && screening.VenueId is not null) || (series is null && screening.SeriesId is not null)
            || screening.Films.Any(f => f.Film is null)) return null;
        return new FindingFacts(screening.ProgrammeDate, screening.Time, screening.EndsAt, screening.Attendance,
            series?.Ends, series?.Year,
            venue is null ? screening.City : venue.City, venue is null ? screening.Country : venue.Country,
            venue?.Latitude, venue?.Longitude,
            All(venue?.StepFree == Known.Yes, venue?.HearingLoop == Known.Yes, screening.Captions, screening.AudioDescription,
                screening.SignLanguage, screening.Relaxed, screening.Admission == Admission.Free),
            screening.LanguagesKey, [.. screening.Films.Select(f => f.Film.LanguagesKey)]);
    }

    public FindingValues Values()
    {
        var town = Latitude is null ? Gazetteer.FindUnambiguous(Town, Country) : null;
        return new FindingValues(
            ProgrammeOrders.OverAt(Date, EndsAt, Attendance, SeriesEnds, SeriesYear),
            ProgrammeOrders.InProgramme(Date, Time), ProgrammeOrders.LatestFirst(Date, Time),
            Town, SearchKey.Of(Town), Country, Latitude ?? town?.Latitude, Longitude ?? town?.Longitude, Provisions,
            CodesKey.Of(FilmLanguagesKeys.Prepend(LanguagesKey).SelectMany(key => key.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MaxLanguages)));
    }

    public static Provisions All(
        bool stepFree, bool hearingLoop, bool captions, bool audioDescription, bool signLanguage, bool relaxed, bool free)
    {
        var all = Provisions.None;
        foreach (var (provision, isThere) in new[]
        {
            (Provisions.StepFree, stepFree), (Provisions.HearingLoop, hearingLoop), (Provisions.Captions, captions),
            (Provisions.AudioDescription, audioDescription), (Provisions.SignLanguage, signLanguage),
            (Provisions.Relaxed, relaxed), (Provisions.Free, free),
        })
            if (isThere) all |= provision;
        return all;
    }
}
