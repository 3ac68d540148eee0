using HomsScreenings.Bookings.Reports;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using NodaTime;

namespace HomsScreenings.Web.Desk.Reports;

/// <summary>A report that somebody at the desk asked for: by what, of which screenings, and what was counted.</summary>
public sealed record DeskReport(ReportBy By, ScreeningFilter Filter, FilterTargets Targets, AttendanceReport Figures)
{
    const string ByKey = "by";

    static string NameOf(ReportBy by) => by.ToString().ToLowerInvariant();

    /// <summary>Reads what is asked for and counts it, of the screenings that the organiser may edit; or says what is wrong.</summary>
    public static async Task<(DeskReport? Report, IReadOnlyList<string> Problems)> FindAsync(
        ScreeningsDb db, Organiser organiser, IQueryCollection query, Instant now, CancellationToken cancellationToken)
    {
        var asked = (string?)query[ByKey] is { Length: > 0 } named ? named : NameOf(ReportBy.Screening);
        var by = Enum.GetValues<ReportBy>().Where(b => NameOf(b) == asked).ToList();
        if (by.Count == 0) return (null, ["A report is by screening, series, film, city or organisation."]);
        var filter = ScreeningFilter.Read(query.PairsBut(ByKey), out var problems);
        if (problems.Count > 0) return (null, problems);
        var (targets, unknown) = await FilterTargets.FindAsync(db, filter, cancellationToken);
        if (unknown.Count > 0) return (null, unknown);
        var screenings = db.Screenings.EditableBy(organiser).ToReport(filter, targets, now);
        return (new(by[0], filter, targets, AttendanceReport.Of(by[0], await db.ReportAsync(screenings, cancellationToken))), []);
    }

    /// <summary>The filter but what the form asks for itself, and by what is summed: for the form to keep.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept =>
        Filter.Pairs().Where(p => p.Key is not ("from" or "to" or "series" or "organisation")).Prepend(new(ByKey, NameOf(By)));

    /// <summary>The same screenings by something else.</summary>
    public string AddressBy(ReportBy by) => Address("/organise/report", by, Filter);

    /// <summary>The same as a file.</summary>
    public string FileAddress => Address("/organise/report.csv", By, Filter);

    /// <summary>The screenings of one row, one by one; null where no filter names them.</summary>
    public string? AddressOf(ReportRow row) => row.Filter is { } one
        ? Address("/organise/report",
            ReportBy.Screening, ScreeningFilter.Read(Filter.Pairs().Where(p => p.Key != one.Key).Append(one), out _)) : null;

    static string Address(string path, ReportBy by, ScreeningFilter filter) =>
        $"{path}?{ByKey}={NameOf(by)}{(filter.ToQuery() is { Length: > 0 } query ? $"&{query}" : "")}";
}
