using HomsScreenings.Maps;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>A stay of a tour in a town: its first day there.</summary>
/// <param name="Town">The town, by its position in <see cref="TourRoute.Towns"/>.</param>
public sealed record TourStop(int Town, LocalDate Date);

/// <summary>The way of a tour through towns, in the order of its dates, as far as dates and towns are known.</summary>
/// <param name="Towns">Each once, in the order of the first stop there.</param>
/// <param name="NumberOfScreening">The number of the stop that a screening belongs to, by its slug.</param>
public sealed record TourRoute(IReadOnlyList<ProgrammePlace> Towns, IReadOnlyList<TourStop> Stops,
    IReadOnlyDictionary<string, int> NumberOfScreening)
{
    public static TourRoute None { get; } = new([], [], new Dictionary<string, int>());

    /// <summary>The numbers of a town's stops, from 1 on.</summary>
    public IEnumerable<int> NumbersOf(int town) =>
        Stops.Select((stop, i) => (stop.Town, Number: i + 1)).Where(s => s.Town == town).Select(s => s.Number);

    /// <summary>Finds it, in one statement. What was called off is no stop.</summary>
    public static async Task<TourRoute> FindAsync(IQueryable<Screening> screenings, int most, CancellationToken cancellationToken)
    {
        var shown = await screenings.Where(s => s.ProgrammeDate != null && s.Latitude != null && s.Longitude != null && s.Town != null
                && !s.IsCalledOff)
            .InProgrammeOrder().Take(most)
            .Select(
                s => new
                {
                    s.Slug,
                    Key = new { s.TownKey, s.TownCountry },
                    Name = s.Town!,
                    Date = s.ProgrammeDate!.Value,
                    North = s.Latitude!.Value,
                    East = s.Longitude!.Value
                })
            .ToListAsync(cancellationToken);
        var towns = shown.GroupBy(s => s.Key)
            .Select(
                t => (t.Key,
                    Place: new ProgrammePlace(t.First().Name, t.Key.TownCountry, new GeoPoint(t.First().North, t.First().East), t.Count())))
                        .ToList();
        var (stops, numbers) = (new List<TourStop>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var screening in shown)
        {
            var town = towns.FindIndex(t => t.Key.Equals(screening.Key));
            if (stops.Count == 0 || stops[^1].Town != town) stops.Add(new TourStop(town, screening.Date));
            numbers[screening.Slug] = stops.Count;
        }
        return new([.. towns.Select(t => t.Place)], stops, numbers);
    }
}
