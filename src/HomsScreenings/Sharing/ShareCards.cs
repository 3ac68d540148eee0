using HomsScreenings.Films;
using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Series;
using HomsScreenings.Venues;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Sharing;

/// <summary>What the pictures of each kind of page say: what the page itself says at its top, and no address that it keeps back.</summary>
public static class ShareCards
{
    /// <summary>The site in one sentence.</summary>
    public static string OfWhat => T("Where films are shown, and when: screenings with talks, tours, seasons and free programmes.");

    public static ShareCard Of(ScreeningCard screening, Instant now) =>
        new(screening.Heading, screening.WhenSeen(now), Place(screening, now))
        {
            State = screening.IsSample ? T("Sample") : screening.StatusMark,
            IsOff = !screening.IsSample && screening.Status == ScreeningStatus.Cancelled,
        };

    // The house and its town; where the house is not told, what the page says in its place.
    static string Place(ScreeningCard screening, Instant now)
    {
        if (screening.Status == ScreeningStatus.MovedOnline) return ScreeningWords.Online;
        var house = screening.VenueName ?? screening.WhereSeen(now);
        return screening.CityName is { } city ? T("{0}, {1}", house, city) : house;
    }

    /// <param name="credits">All of them, or those of its directors.</param>
    public static ShareCard Of(FilmDetails film, IEnumerable<CreditLine> credits)
    {
        var facts = Listed(FilmWords.Label(film.Kind), film.ReleaseYear is { } year ? Number(year) : null);
        var directors = credits.Where(c => c.Role == CreditRoles.Director).Select(c => c.Name).ToList();
        return directors.Count > 0 ? new(film.Title, T("A film by {0}", And(directors)), facts) : new(film.Title, facts);
    }

    public static ShareCard Of(SeriesDetails series) =>
        new(series.Title, series.Dates, SeriesWords.IsSaidBy(series.Title, series.Kind) ? null : SeriesWords.Label(series.Kind))
        {
            State = series.IsSample ? T("Sample") : null,
        };

    public static ShareCard Of(VenueDetails venue) =>
        new(venue.Name, VenueWords.Town(venue.City, venue.Region, venue.Country),
            VenueWords.Street(venue.Address, venue.PostalCode, venue.Area))
        {
            State = venue.IsSample ? T("Sample") : null,
        };

    public static ShareCard Of(EntryDetails entry)
    {
        var facts = Listed(JournalWords.Label(entry.Kind), entry.PublishedAt is { } at ? JournalWords.Day(at) : null);
        return entry.AuthorName is { } author ? new(entry.Title, T("By {0}", author), facts) : new(entry.Title, facts);
    }

    /// <param name="name">What the site is called.</param>
    public static ShareCard Of(string name) => new(name, null, OfWhat);
}
