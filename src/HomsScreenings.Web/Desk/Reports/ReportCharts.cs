using HomsScreenings.Bookings.Reports;

namespace HomsScreenings.Web.Desk.Reports;

/// <summary>What of a report is drawn; its table says the same and more.</summary>
sealed class ReportCharts(AttendanceReport report)
{
    // More bars than this are no picture any more.
    public const int MaxBars = 30;

    public bool LeavesOut => report.Rows.Count > MaxBars;

    // On a telephone the end is cut off, and what tells the screenings of a tour apart is not the film.
    static string NameOf(ReportRow row) => row.WhenInTown is { Length: > 0 } when ? $"{when}: {row.Name}" : row.Name;

    string About => LeavesOut ? $"One bar for each of the first {MaxBars} rows of the table." : "One bar for each row of the table.";

    /// <summary>How many came of how many places; null where nobody counted.</summary>
    public string? Attendance()
    {
        List<Bar> bars = [
            .. report.Rows.Where(r => r.Figures.AttendanceKnown > 0).Take(MaxBars)
                .Select(r => new Bar(NameOf(r), r.Figures.Attendance, Whole(r.Figures), WordsOf(r.Figures)))];
        return bars.Count == 0 ? null : BarChart.Draw("chart-attendance", "How many came",
            $"{About} The frame around a bar is the number of seats, where that is known. In all {report.Total.AttendanceWords} people came.", bars);
    }

    // A frame around what was counted at some screenings only would be too wide.
    static decimal? Whole(Figures figures) =>
        figures.CapacityKnown == figures.Screenings && figures.AttendanceKnown == figures.Screenings ? figures.Capacity : null;

    static string WordsOf(Figures figures) =>
        Whole(figures) is { } places ? $"{figures.AttendanceWords} of {ReportWords.Format((int)places)}" : figures.AttendanceWords;

    /// <summary>Who did not come of those who had booked; null where no door was kept.</summary>
    public string? NoShows()
    {
        List<Bar> bars = [.. report.Rows.Where(r => r.Figures.Expected > 0).Take(MaxBars)
            .Select(
                r => new Bar(NameOf(r), r.Figures.NoShowPercent!.Value,
                    100,
                    $"{ReportWords.SayPercent(r.Figures.NoShowPercent)}: {ReportWords.Format(r.Figures.NoShows)} of {ReportWords.Format(r.Figures.Expected)}"))];
        return bars.Count == 0 ? null : BarChart.Draw("chart-no-shows", "Booked and did not come",
            $"{About} The frame around a bar is everybody who had booked. In all {report.Total.NoShowWords} did not come.", bars);
    }

    /// <summary>The answers to the question, from 5 to 1; null where nobody answered.</summary>
    public string? Answers()
    {
        var answers = report.Total.Answers;
        return answers.Count == 0 ? null : BarChart.Draw("chart-answers", "What they answered",
            $"One bar for each answer, from 5 to 1. The frame around it is all {ReportWords.Format(answers.Count)} answers. Their average is {ReportWords.SayAverage(answers.Average)}.",
            [.. Enumerable.Range(1, 5).Reverse()
                .Select(
                    n => new Bar(NameOf(n), answers.Each[n - 1],
                        answers.Count, $"{ReportWords.Format(answers.Each[n - 1])} of {ReportWords.Format(answers.Count)}"))]);
    }

    static string NameOf(int answer) => answer switch { 5 => "5, it moved me", 1 => "1, not for me", _ => ReportWords.Format(answer) };
}
