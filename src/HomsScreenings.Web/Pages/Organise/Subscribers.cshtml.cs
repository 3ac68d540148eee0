using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>How many follow what by email: all of it for the site's editors, and for an organisation what names it.</summary>
public sealed class SubscribersModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public const int MaxLines = 100;

    public IReadOnlyList<SubscriberCount> Lines { get; private set; } = [];
    public StoppedCount Stopped { get; private set; } = new(0, 0);
    public bool IsOfAll => desk.Value.EditsEverything;
    public bool IsCut { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var slugs = IsOfAll ? null : await db.Organisations.Where(o => desk.Value.OrganisationIds.Contains(o.Id)).Select(o => o.Slug)
            .ToListAsync(cancellationToken);
        var all = await SubscriberCount.FindAsync(db, slugs, MaxLines + 1, cancellationToken);
        Stopped = await StoppedCount.FindAsync(db, slugs, cancellationToken);
        (Lines, IsCut) = ([.. all.Take(MaxLines)], all.Count > MaxLines);
    }
}
