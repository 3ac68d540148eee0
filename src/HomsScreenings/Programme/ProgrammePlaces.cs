using HomsScreenings.Maps;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>A town, and how many screenings it has.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null where nobody says.</param>
/// <param name="At">The middle of what is known of where its screenings are; null for nothing.</param>
public sealed record ProgrammePlace(string Name, string? Country, GeoPoint? At, int Screenings);

/// <summary>The towns of a programme, those with the most screenings first, and how many screenings have no town.</summary>
public sealed record ProgrammePlaces(IReadOnlyList<ProgrammePlace> Places, int Unknown)
{
    public static ProgrammePlaces None { get; } = new([], 0);

    public int Screenings => Places.Sum(p => p.Screenings) + Unknown;

    /// <summary>Those that can be marked on a map.</summary>
    public IReadOnlyList<ProgrammePlace> OnTheMap { get; } = [.. Places.Where(p => p.At is not null)];

    /// <summary>Finds those that a filter leaves over, in one statement.</summary>
    /// <param name="all">All there are.</param>
    /// <param name="filter">Which of them are wanted.</param>
    /// <param name="targets">What the filter leads to.</param>
    /// <param name="now">The moment that parts what comes from what is over.</param>
    /// <param name="cancellationToken">Whether nobody waits for it any more.</param>
    public static Task<ProgrammePlaces> FindAsync(IQueryable<Screening> all, ScreeningFilter filter, FilterTargets targets, Instant now, CancellationToken cancellationToken)
    {
        // Days by their date here and not by the order of the programme: a bound on that would lead the database to the
        // index of the list, and what comes by town would have to be sorted by town.
        var matching = all.Matching(filter with { From = null, To = null }, targets);
        if (filter.From is { } from) matching = matching.Where(s => s.ProgrammeDate >= from);
        if (filter.To is { } to) matching = matching.Where(s => s.ProgrammeDate <= to);
        return FindAsync(filter.IncludesPast ? matching : matching.NotOver(now), cancellationToken);
    }

    /// <summary>Finds those of these screenings, in one statement.</summary>
    public static async Task<ProgrammePlaces> FindAsync(IQueryable<Screening> screenings, CancellationToken cancellationToken)
    {
        var towns = await screenings.GroupBy(s => new { s.TownKey, s.TownCountry }).Select(t => new
        {
            t.Key.TownKey,
            t.Key.TownCountry,
            Name = t.Min(s => s.Town),
            South = t.Min(s => s.Latitude),
            North = t.Max(s => s.Latitude),
            West = t.Min(s => s.Longitude),
            East = t.Max(s => s.Longitude),
            Screenings = t.Count(),
        }).ToListAsync(cancellationToken);
        var known = towns.Where(t => !string.IsNullOrEmpty(t.Name)).Select(t => new ProgrammePlace(t.Name!, t.TownCountry, Middle(t.South, t.North, t.West, t.East), t.Screenings));
        return new([.. known.OrderByDescending(p => p.Screenings).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Country, StringComparer.Ordinal)],
            towns.Where(t => string.IsNullOrEmpty(t.Name)).Sum(t => t.Screenings));
    }

    // A town on the date line has venues at 179 and at -179 degrees, and its middle is not Greenwich.
    static GeoPoint? Middle(double? south, double? north, double? west, double? east)
    {
        if (south is null || west is null) return null;
        var across = (west.Value + east!.Value) / 2;
        return new((south.Value + north!.Value) / 2, east - west <= 180 ? across : across > 0 ? across - 180 : across + 180);
    }
}
