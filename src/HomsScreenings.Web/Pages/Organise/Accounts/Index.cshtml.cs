using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Accounts;

/// <summary>Everybody who can sign in; for administrators.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public const int PageSize = 100;

    public sealed record Row(int Id, string Email, bool IsAdministrator, bool IsSiteEditor, int Memberships, DateTimeOffset? LockedUntil);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!desk.Value.IsAdministrator) return NotFound();
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        Number = number;
        Total = await db.Users.CountAsync(cancellationToken);
        var roles = db.UserRoles.Join(db.Roles, r => r.RoleId, r => r.Id, (link, role) => new { link.UserId, role.Name });
        Rows = await db.Users.OrderBy(u => u.Email).ThenBy(u => u.Id).Skip(number.Skip(PageSize)).Take(PageSize)
            .Select(u => new Row(u.Id, u.Email!,
            roles.Any(r => r.UserId == u.Id && r.Name == SiteRoles.Administrator),
            roles.Any(r => r.UserId == u.Id && r.Name == SiteRoles.SiteEditor),
            u.Memberships.Count, u.LockoutEnd)).ToListAsync(cancellationToken);
        return Page();
    }
}
