using HomsScreenings.Maps;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Programme.Snapshots;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Programme;

/// <summary>A town, and how many screenings it has, or how many venues.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null where nobody says.</param>
/// <param name="At">The middle of what is known of where its screenings are; null for nothing.</param>
public sealed record ProgrammePlace(string Name, string? Country, GeoPoint? At, int Screenings)
{
    /// <summary>What it is called in the language that is spoken.</summary>
    public string Called => PlaceNames.Town(Name, Country);
}

/// <summary>The towns of a programme, those with the most screenings first, and how many screenings have no town.</summary>
public sealed record ProgrammePlaces(IReadOnlyList<ProgrammePlace> Places, int Unknown)
{
    public static ProgrammePlaces None { get; } = new([], 0);

    public int Screenings => Places.Sum(p => p.Screenings) + Unknown;

    /// <summary>Those that can be marked on a map.</summary>
    public IReadOnlyList<ProgrammePlace> OnTheMap { get; } = [.. Places.Where(p => p.At is not null)];

    /// <summary>Those that a filter leaves over.</summary>
    public static ProgrammePlaces Of(ProgrammeFinder finder)
    {
        var query = finder.Shown(finder.Filter);
        var places = query.CountByPlace().Zip(query.Snapshot.Places).Where(p => p.First > 0);
        return Of(
            places.GroupBy(p => (p.Second.TownKey, p.Second.Country))
                .Select(t => new Town(t.Select(p => p.Second.Town).Min(StringComparer.Ordinal), t.Key.Country,
            t.Min(p => p.Second.Latitude), t.Max(p => p.Second.Latitude),
            t.Min(p => p.Second.Longitude), t.Max(p => p.Second.Longitude), t.Sum(p => p.First))));
    }

    /// <summary>Finds those of these screenings, in one statement.</summary>
    public static async Task<ProgrammePlaces> FindAsync(IQueryable<Screening> screenings, CancellationToken cancellationToken)
    {
        var towns = await screenings.GroupBy(s => new { s.TownKey, s.TownCountry })
            .Select(t => new Town(t.Min(s => s.Town), t.Key.TownCountry,
            t.Min(s => s.Latitude), t.Max(s => s.Latitude), t.Min(s => s.Longitude), t.Max(s => s.Longitude), t.Count()))
                .ToListAsync(cancellationToken);
        return Of(towns);
    }

    /// <summary>Those of venues, each of which counts as one; where the place of none is known, the town is where it is itself.</summary>
    public static ProgrammePlaces OfVenues(IEnumerable<(string? Town, string? Country, GeoPoint? At)> venues) =>
        Of(venues.GroupBy(v => (Key: SearchKey.Of(v.Town), v.Country)).Select(t =>
        {
            var (name, known) = (t.Select(v => v.Town).Min(StringComparer.Ordinal), t.Select(v => v.At).OfType<GeoPoint>().ToList());
            if (known.Count == 0 && Gazetteer.FindUnambiguous(name, t.Key.Country) is { } town)
                known.Add(new(town.Latitude, town.Longitude));
            return new Town(name, t.Key.Country, known.Min(p => (double?)p.North), known.Max(p => (double?)p.North),
                known.Min(p => (double?)p.East), known.Max(p => (double?)p.East), t.Count());
        }));

    sealed record Town(string? Name, string? Country, double? South, double? North, double? West, double? East, int Screenings);

    static ProgrammePlaces Of(IEnumerable<Town> towns)
    {
        var (known, unknown) = (new List<ProgrammePlace>(), 0);
        foreach (var town in towns)
            if (string.IsNullOrEmpty(town.Name)) unknown += town.Screenings;
            else known.Add(
                new ProgrammePlace(town.Name, town.Country, Middle(town.South, town.North, town.West, town.East), town.Screenings));
        return new(
            [.. known.OrderByDescending(p => p.Screenings).ThenBy(p => p.Name, StringComparer.Ordinal)
                .ThenBy(p => p.Country, StringComparer.Ordinal)], unknown);
    }

    // A town on the date line has venues at 179 and at -179 degrees, and its middle is not Greenwich.
    static GeoPoint? Middle(double? south, double? north, double? west, double? east)
    {
        if (south is null || west is null) return null;
        var across = (west.Value + east!.Value) / 2;
        return new((south.Value + north!.Value) / 2, east - west <= 180 ? across : across > 0 ? across - 180 : across + 180);
    }
}
