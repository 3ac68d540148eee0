using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>The programme: what is on, by the filters in the address.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public ScreeningFilter Filter { get; private set; } = ScreeningFilter.None;
    public IReadOnlyList<ScreeningCard> Screenings { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);
    public IReadOnlyList<string> Cities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Filter = ScreeningFilter.Read(Request.Query.PairsBut("view", "page"), out var problems);
        if (problems.Count > 0) return this.Wrong(problems);
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        var (targets, unknown) = await FilterTargets.FindAsync(db, Filter, cancel);
        if (unknown.Count > 0) return this.Wrong(unknown);

        Number = number;
        var shown = db.Screenings.Published();
        if (!Filter.IncludesPast) shown = shown.Upcoming(clock.Now());
        Cities = await shown.Select(s => s.Venue != null ? s.Venue.City : s.City).Where(c => c != null).Distinct().OrderBy(c => c).Take(500).Select(c => c!).ToListAsync(cancel);
        var matching = shown.Matching(Filter, targets);
        Total = await matching.CountAsync(cancel);
        Screenings = await matching.InProgrammeOrder().Skip(number.Skip(PageSize)).Take(PageSize).Select(ScreeningCard.Of).ToListAsync(cancel);
        return Page();
    }

    /// <summary>The address of a page of this list, with its filters.</summary>
    public string AddressOfPage(int page) =>
        "/screenings" + (string.Join('&', new[] { Filter.ToQuery(), page > 1 ? $"page={page}" : "" }.Where(p => p.Length > 0)) is { Length: > 0 } query ? $"?{query}" : "");
}
