using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Programme;

/// <summary>How many screenings of a year are over.</summary>
public sealed record PastYear(int Year, int Screenings);

/// <summary>The past by year, the latest first, and how much of it nobody dated.</summary>
public sealed record PastYears(IReadOnlyList<PastYear> Years, int Undated)
{
    public static PastYears Empty { get; } = new([], 0);

    /// <summary>Counts it, in one statement; by days, for no two databases take a year from a date in the same way.</summary>
    public static async Task<PastYears> CountAsync(IQueryable<Screening> screenings, Instant now, CancellationToken cancellationToken)
    {
        var days = await screenings.Over(now).GroupBy(s => s.ProgrammeDate).Select(d => new { Day = d.Key, Screenings = d.Count() })
            .ToListAsync(cancellationToken);
        var years = days.Where(d => d.Day is not null).GroupBy(d => d.Day!.Value.Year)
            .Select(y => new PastYear(y.Key, y.Sum(d => d.Screenings))).OrderByDescending(y => y.Year);
        return new([.. years], days.Where(d => d.Day is null).Sum(d => d.Screenings));
    }
}
