using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Forms;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>Makes a secret link by which somebody without an account reads an entry as it stands, and takes it back.</summary>
public sealed class PreviewModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock, SiteAddress address) : PageModel
{
    static readonly Duration Lasts = Duration.FromDays(14);

    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>The link, which can be shown this once.</summary>
    public string? Link { get; private set; }
    /// <summary>Until when the present link works; null where there is none.</summary>
    public Instant? Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string slug, string? act, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } id) return NotFound();
        await db.Tokens.For(TokenPurpose.EntryPreview, id).ExecuteDeleteAsync(cancellationToken);
        if (act == "revoke") return this.Done("The link opens nothing any more.", $"/organise/journal/{slug}/preview");
        var now = clock.Now();
        var secret = db.IssueToken(TokenPurpose.EntryPreview, id, now, now + Lasts);
        await db.SaveChangesAsync(cancellationToken);
        (Link, Until) = ($"{address.Base(Request)}/journal/preview/{secret}", now + Lasts);
        return Page();
    }

    async Task<int?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Journal.EditableBy(desk.Value).WithSlug(slug).Select(e => new { e.Id, e.Title })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var now = clock.Now();
        (Slug, Title) = (slug, found.Title);
        Until = await db.Tokens.For(TokenPurpose.EntryPreview, found.Id).Where(t => t.ExpiresAt > now).Select(t => t.ExpiresAt)
            .FirstOrDefaultAsync(cancellationToken);
        return found.Id;
    }
}
