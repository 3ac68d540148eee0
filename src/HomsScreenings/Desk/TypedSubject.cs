using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Desk;

/// <summary>
/// What an entry is about as somebody types it: the address of its page, whole or in part, in whatever language:
/// 'https://…/ar/films/return-to-homs', '/films/return-to-homs'.
/// </summary>
public static class TypedSubject
{
    /// <summary>The record at an address; null where there is none.</summary>
    public static async Task<EntrySubject?> FindAsync(ScreeningsDb db, string typed, CancellationToken cancellationToken)
    {
        var parts = typed.Split(['?', '#'])[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return null;
        var slug = parts[^1];
        return parts[^2] switch
        {
            "films" => await IdAsync(db.Films) is { } id ? new() { FilmId = id } : null,
            "people" => await IdAsync(db.People) is { } id ? new() { PersonId = id } : null,
            "series" => await IdAsync(db.Series) is { } id ? new() { SeriesId = id } : null,
            "screenings" => await IdAsync(db.Screenings) is { } id ? new() { ScreeningId = id } : null,
            "venues" => await IdAsync(db.Venues) is { } id ? new() { VenueId = id } : null,
            _ => null,
        };

        Task<int?> IdAsync<T>(IQueryable<T> records) where T : class, IRecord =>
            records.WithSlug(slug).Select(r => (int?)r.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The address of the page, of a subject whose record is loaded.</summary>
    public static string? AddressOf(EntrySubject subject) => subject switch
    {
        { Film: { } film } => $"/films/{film.Slug}",
        { Person: { } person } => $"/people/{person.Slug}",
        { Series: { } series } => $"/series/{series.Slug}",
        { Screening: { } screening } => $"/screenings/{screening.Slug}",
        { Venue: { } venue } => $"/venues/{venue.Slug}",
        _ => null,
    };
}
