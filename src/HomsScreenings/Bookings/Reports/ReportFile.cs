using System.Globalization;
using HomsScreenings.Text;
using NodaTime.Text;

namespace HomsScreenings.Bookings.Reports;

/// <summary>A report as a table for spreadsheets: numbers as numbers, empty where nothing is known, the total last.</summary>
public static class ReportFile
{
    static readonly IReadOnlyList<(string Heading, Func<Figures, string?> Cell)> Columns =
    [
        ("Screenings", f => Say(f.Screenings)),
        ("Capacity", f => f.CapacityKnown == 0 ? null : Say(f.Capacity)),
        ("Screenings with known capacity", f => Say(f.CapacityKnown)),
        ("Booked people", f => Say(f.Booked)),
        ("Arrived of those", f => f.DoorKept == 0 ? null : Say(f.Arrived)),
        ("Walk-ins", f => f.DoorKept == 0 ? null : Say(f.WalkIns)),
        ("Attendance", f => f.AttendanceKnown == 0 ? null : Say(f.Attendance)),
        ("Attendance is at least that", f => f.IsAtLeast ? "yes" : null),
        ("Attendance entered (screenings)", f => Say(f.Entered)),
        ("Attendance by the door (screenings)", f => Say(f.FromDoor)),
        ("Expected at kept doors", f => f.Expected == 0 ? null : Say(f.Expected)),
        ("No-shows", f => f.Expected == 0 ? null : Say(f.NoShows)),
        ("No-shows %", f => Say(f.NoShowPercent)),
        ("Waiting parties without a seat", f => Say(f.NeverSeated)),
        ("Answers", f => Say(f.Answers.Count)),
        ("Average answer", f => Say(f.Answers.Average)),
        ("Answers of 4 and 5 %", f => Say(f.Answers.LikedPercent)),
        .. Enumerable.Range(1, 5).Select(n => ($"Answers of {n}", (Func<Figures, string?>)(f => Say(f.Answers.Each[n - 1])))),
    ];

    public static byte[] Write(AttendanceReport report) => Csv.Write(
    [
        [ReportWords.Of(report.By), .. WhereHeadings(report), .. Columns.Select(c => c.Heading)],
        .. report.Rows.Select(r => (IEnumerable<string?>)[r.Name, .. Where(report, r.Screening), .. Cells(r.Figures)]),
        ["Total", .. Where(report, null), .. Cells(report.Total)],
    ]);

    static IEnumerable<string?> Cells(Figures figures) => Columns.Select(c => c.Cell(figures));

    static IEnumerable<string> WhereHeadings(AttendanceReport report) => report.By == ReportBy.Screening ? ["Date", "Venue", "City", "Series", "Organisation", "Address"] : [];

    static IEnumerable<string?> Where(AttendanceReport report, ReportedScreening? s) => report.By != ReportBy.Screening ? []
        : [s?.Date is { } date ? LocalDatePattern.Iso.Format(date) : null, s?.Venue, s?.Town, s?.Series?.Name, s?.Organisation?.Name, s is null ? null : $"/screenings/{s.Slug}"];

    static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string? Say(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}
