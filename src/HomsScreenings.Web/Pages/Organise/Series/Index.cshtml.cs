using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Series;

/// <summary>A series as the desk lists it.</summary>
public sealed record SeriesLine(string Slug, string Title, SeriesKind Kind, int? Year, int Screenings, bool IsPublic, bool IsSample);

/// <summary>The series of one's organisations.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<SeriesLine> Series { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        Number = number;
        var own = db.Series.EditableBy(desk.Value);
        Total = await own.CountAsync(cancellationToken);
        Series = await own.OrderBy(s => s.TitleKey).ThenBy(s => s.Id).Skip(number.Skip(PageSize)).Take(PageSize)
            .Select(s => new SeriesLine(s.Slug, s.Title, s.Kind, s.Year, s.Screenings.Count, s.IsPublic, s.IsSample))
            .ToListAsync(cancellationToken);
        return Page();
    }
}
