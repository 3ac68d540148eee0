using HomsScreenings.Bookings.Reports;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Desk.Reports;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>What became of the screenings of one's organisations: who came, who did not, and what they answered.</summary>
public sealed class ReportModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public DeskReport Report { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Series { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>What the report is of, in words; null for everything.</summary>
    public string? Only { get; private set; }

    public Figures Total => Report.Figures.Total;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (report, problems) = await DeskReport.FindAsync(db, desk.Value, Request.Query, clock.Now(), cancellationToken);
        if (report is null) return this.Wrong(problems);
        Report = report;
        var own = db.Screenings.EditableBy(desk.Value);
        Series = Choices("series", report.Filter.Series, await db.Series.Where(s => own.Any(o => o.SeriesId == s.Id))
            .OrderBy(s => s.Title).ThenBy(s => s.Id).Select(s => new ReportedName(s.Slug, s.Title)).ToListAsync(cancellationToken));
        Organisations = Choices("organisation", report.Filter.Organisations,
            await db.Organisations.Where(g => own.Any(o => o.OrganisationId == g.Id))
            .OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new ReportedName(g.Slug, g.Name)).ToListAsync(cancellationToken));
        Only = Words();
        return Page();
    }

    // What the address names is offered too, whatever it is: a form must not lose what it was opened with.
    List<SelectListItem> Choices(string filter, IReadOnlyList<string> chosen, IReadOnlyList<ReportedName> all) =>
    [
        .. all.Concat(
            chosen.Where(slug => all.All(a => a.Slug != slug))
                .Select(slug => new ReportedName(slug, Report.Targets.Titles[(filter, slug)])))
            .Select(a => new SelectListItem(a.Name, a.Slug, chosen.Contains(a.Slug))),
    ];

    string? Words()
    {
        var named = Report.Filter.Pairs()
            .Select(p => Report.Targets.Titles.GetValueOrDefault((p.Key, p.Value))
                ?? (p.Key is "from" or "to" ? $"{p.Key} {p.Value}" : p.Value)).ToList();
        return named.Count == 0 ? null : string.Join(", ", named);
    }
}
