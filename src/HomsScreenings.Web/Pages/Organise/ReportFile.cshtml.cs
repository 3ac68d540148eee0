using HomsScreenings.Bookings.Reports;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Desk.Reports;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>The report as a file for spreadsheets.</summary>
public sealed class ReportFileModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (report, problems) = await DeskReport.FindAsync(db, desk.Value, Request.Query, clock.Now(), cancellationToken);
        return report is null ? this.Wrong(problems)
            : File(ReportFile.Write(report.Figures), "text/csv; charset=utf-8", $"report-by-{report.By.ToString().ToLowerInvariant()}.csv");
    }
}
