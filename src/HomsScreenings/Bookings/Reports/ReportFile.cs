using System.Globalization;
using HomsScreenings.Text;
using NodaTime.Text;

namespace HomsScreenings.Bookings.Reports;

/// <summary>A report as a table for spreadsheets: numbers as numbers, empty where nothing is known, the total last.</summary>
public static class ReportFile
{
    static readonly IReadOnlyList<(string Heading, Func<Figures, string?> Cell)> Columns =
    [
        ("Screenings", f => Format(f.Screenings)),
        ("Capacity", f => f.CapacityKnown == 0 ? null : Format(f.Capacity)),
        ("Screenings with known capacity", f => Format(f.CapacityKnown)),
        ("Booked people", f => Format(f.Booked)),
        ("Arrived of those", f => f.DoorKept == 0 ? null : Format(f.Arrived)),
        ("Walk-ins", f => f.DoorKept == 0 ? null : Format(f.WalkIns)),
        ("Attendance", f => f.AttendanceKnown == 0 ? null : Format(f.Attendance)),
        ("Attendance is at least that", f => f.IsAtLeast ? "yes" : null),
        ("Attendance entered (screenings)", f => Format(f.Entered)),
        ("Attendance by the door (screenings)", f => Format(f.FromDoor)),
        ("Expected at kept doors", f => f.Expected == 0 ? null : Format(f.Expected)),
        ("No-shows", f => f.Expected == 0 ? null : Format(f.NoShows)),
        ("No-shows %", f => Format(f.NoShowPercent)),
        ("Waiting parties without a seat", f => Format(f.NeverSeated)),
        ("Answers", f => Format(f.Answers.Count)),
        ("Average answer", f => Format(f.Answers.Average)),
        ("Answers of 4 and 5 %", f => Format(f.Answers.LikedPercent)),
        .. Enumerable.Range(1, 5).Select(n => ($"Answers of {n}", (Func<Figures, string?>)(f => Format(f.Answers.Each[n - 1])))),
    ];

    public static byte[] Write(AttendanceReport report) => Csv.Write(
    [
        [ReportWords.Of(report.By), .. WhereHeadings(report), .. Columns.Select(c => c.Heading)],
        .. report.Rows.Select(r => (IEnumerable<string?>)[r.Name, .. Where(report, r.Screening), .. Cells(r.Figures)]),
        ["Total", .. Where(report, null), .. Cells(report.Total)],
    ]);

    static IEnumerable<string?> Cells(Figures figures) => Columns.Select(c => c.Cell(figures));

    static IEnumerable<string> WhereHeadings(AttendanceReport report) =>
        report.By == ReportBy.Screening ? ["Date", "Venue", "City", "Series", "Organisation", "Address"] : [];

    static IEnumerable<string?> Where(AttendanceReport report, ReportedScreening? s) => report.By != ReportBy.Screening ? []
        : [s?.Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
            s?.Venue, s?.Town, s?.Series?.Name, s?.Organisation?.Name, s is null ? null : $"/screenings/{s.Slug}"];

    static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string? Format(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}
