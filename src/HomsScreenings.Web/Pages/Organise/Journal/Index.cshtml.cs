using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Organise.Journal;

/// <summary>An entry as the desk lists it.</summary>
public sealed record EntryLine(string Slug, string Title, EntryKind Kind, EntryStatus Status, Instant? ScheduledFor, Instant? PublishedAt,
    string? Author, string? Organisation);

/// <summary>The entries of one's organisations, what was last changed first.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk) : PageModel
{
    public const int PageSize = 50;

    public IReadOnlyList<EntryLine> Entries { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        Number = number;
        var own = db.Journal.EditableBy(desk.Value);
        Total = await own.CountAsync(cancellationToken);
        Entries = await own.OrderByDescending(e => e.ChangedAt).ThenByDescending(e => e.Id).Skip(number.Skip(PageSize)).Take(PageSize)
            .Select(e => new EntryLine(e.Slug, e.Title, e.Kind, e.Status, e.ScheduledFor, e.PublishedAt, e.Byline ?? e.Author!.Name,
                e.Organisation!.Name)).ToListAsync(cancellationToken);
        return Page();
    }
}
