using HomsScreenings.Storage;
using HomsScreenings.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Account;

/// <summary>The last events of one's own account.</summary>
public sealed class EventsModel(ScreeningsDb db) : PageModel
{
    const int Shown = 200;

    public IReadOnlyList<SecurityEventLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Sessions.AccountOf(User) is not { } account) return Challenge();
        Lines = await db.LinesAsync(db.SecurityEventsOf(account).Take(Shown), cancellationToken);
        return Page();
    }
}
