
namespace HomsScreenings.Bookings.Reports;

/// <summary>By what screenings are summed.</summary>
public enum ReportBy { Screening, Series, Film, City, Organisation }

/// <summary>One row: a screening, or all screenings of something.</summary>
/// <param name="Name">What it is called; where the screenings have none of the kind, a word for that.</param>
/// <param name="Filter">The filter that names just these screenings; null where none does.</param>
/// <param name="Screening">The screening, in a report by screening.</param>
public sealed record ReportRow(string Name, KeyValuePair<string, string>? Filter, Figures Figures, ReportedScreening? Screening = null);

/// <summary>Attendance, no-shows and answers, in rows and in all. The total is that of the screenings, not of the rows.</summary>
public sealed record AttendanceReport(ReportBy By, IReadOnlyList<ReportRow> Rows, Figures Total)
{
    /// <summary>Whether a screening is counted in several rows: one that shows several films is counted for each.</summary>
    public bool CountsSomeTwice => Rows.Sum(r => r.Figures.Screenings) > Total.Screenings;

    public static AttendanceReport Of(ReportBy by, IReadOnlyList<ReportedScreening> screenings) => new(by, by switch
    {
        ReportBy.Screening => [.. screenings.Select(s => new ReportRow(s.Heading, null, s.Figures, s))],
        ReportBy.Series => Summed("series", "In no series", screenings.Select(s => (s.Series, s))),
        ReportBy.Film => Summed("film", "Without a film", screenings.SelectMany(FilmsOf)),
        ReportBy.City =>
            Summed("city", "City not known", screenings.Select(s => (s.Town is { } town ? new ReportedName(s.TownKey, town) : null, s))),
        _ => Summed("organisation", "Kept by no organisation", screenings.Select(s => (s.Organisation, s))),
    }, Figures.Sum(screenings.Select(s => s.Figures)));

    // A film that is shown twice in one screening is one film of it.
    static IEnumerable<(ReportedName?, ReportedScreening)> FilmsOf(ReportedScreening screening) => screening.Films.Count == 0
        ? [(null, screening)]
        : screening.Films.DistinctBy(f => f.Slug).Select(film => ((ReportedName?)film, screening));

    static List<ReportRow> Summed(string filter, string none, IEnumerable<(ReportedName? Key, ReportedScreening Screening)> screenings) =>
    [
        .. screenings.GroupBy(s => s.Key?.Slug).OrderBy(g => g.Key is null)
            .ThenBy(g => g.First().Key?.Name, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(
                g => new ReportRow(g.First().Key?.Name ?? none,
                    FilterOf(filter, g.First().Key), Figures.Sum(g.Select(s => s.Screening.Figures)))),
    ];

    static KeyValuePair<string, string>? FilterOf(string filter, ReportedName? key) =>
        key is null ? null : new(filter, filter == "city" ? key.Name : key.Slug);
}
