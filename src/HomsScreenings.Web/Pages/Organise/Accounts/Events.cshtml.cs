using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Accounts;

/// <summary>The events of all accounts; for administrators.</summary>
public sealed class EventsModel(ScreeningsDb db, CurrentOrganiser desk, IConfiguration settings) : PageModel
{
    public const int PageSize = 200;

    public IReadOnlyList<SecurityEventLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);
    public int Days => settings.SecurityEventDays();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        Number = number;
        Total = await db.SecurityEvents.CountAsync(cancellationToken);
        Lines = await db.LinesAsync(db.SecurityEventsOf(null).Skip(number.Skip(PageSize)).Take(PageSize), cancellationToken);
        return Page();
    }
}
