using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Accounts;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>An organiser's own calendar: makes the secret link to it, and takes it back.</summary>
[ResponseCache(NoStore = true)]
public sealed class CalendarModel(
    ScreeningsDb db, CurrentOrganiser organiser, SiteAddress address, ISecurityEvents events, TimeProvider clock) : PageModel
{
    /// <summary>Since when there is a link; null where there is none.</summary>
    public Instant? Since { get; private set; }

    /// <summary>The token that has just been made: shown once, for the database keeps no more than its hash.</summary>
    [TempData]
    public string? NewToken { get; set; }

    public string? NewLink => NewToken is { } token ? address.Of(Request, $"/organise/calendar/{token}.ics") : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Since = await db.CalendarLinkSinceAsync(organiser.Value.UserId, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        NewToken = await db.RenewCalendarLinkAsync(organiser.Value.UserId, clock.Now(), cancellationToken);
        await events.AddAsync(
            SecurityEventKind.CalendarLinkMade, organiser.Value.UserId, organiser.Value.UserId, cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        await db.RevokeCalendarLinkAsync(organiser.Value.UserId, cancellationToken);
        NewToken = null;
        await events.AddAsync(
            SecurityEventKind.CalendarLinkRevoked, organiser.Value.UserId, organiser.Value.UserId, cancellationToken);
        return this.Done("The link is worthless now.", "/organise/calendar");
    }
}
