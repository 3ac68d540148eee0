using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise;

/// <summary>How many follow what by email: all of it for the site's editors, and for an organisation what names it.</summary>
public sealed class SubscribersModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public const int MaxLines = 100;

    /// <summary>One of the organiser's organisations.</summary>
    /// <param name="Readers">How many addresses get its newsletter.</param>
    /// <param name="Shared">How many of them it may have.</param>
    public sealed record NewsletterLine(string Name, string Slug, bool IsOwned, int Readers, int Shared);

    public IReadOnlyList<NewsletterLine> Newsletters { get; private set; } = [];

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
        Newsletters = await NewslettersAsync(cancellationToken);
    }

    // Of one's own organisations: their members know each other's work, and they are few.
    async Task<IReadOnlyList<NewsletterLine>> NewslettersAsync(CancellationToken cancellationToken)
    {
        var own = await db.Organisations.Where(o => desk.Value.OrganisationIds.Contains(o.Id)).OrderBy(o => o.Name)
            .Select(o => new { o.Id, o.Name, o.Slug }).ToListAsync(cancellationToken);
        var lines = new List<NewsletterLine>();
        foreach (var o in own)
        {
            var readers = await NewsletterAudience.FindAsync(db, o.Id, clock.Now(), cancellationToken);
            var shared = await (await db.SharedWithAsync(o.Id, cancellationToken)).Select(s => s.EmailKey).Distinct()
                .CountAsync(cancellationToken);
            lines.Add(new(o.Name, o.Slug, desk.Value.IsOwnerOf(o.Id), readers.All, shared));
        }
        return lines;
    }
}
