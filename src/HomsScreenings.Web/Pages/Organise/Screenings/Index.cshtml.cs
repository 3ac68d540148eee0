using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Desk;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Pages.Organise.Screenings;

/// <summary>The screenings of one's organisations.</summary>
public sealed class IndexModel(ScreeningsDb db, CurrentOrganiser desk, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public static IReadOnlyList<(string Show, string Label)> Tabs { get; } = [
        ("upcoming", "Upcoming"), ("past", "Past"), ("drafts", "Drafts"), ("all", "All")];

    public string Show { get; private set; } = "upcoming";
    public string? Search { get; private set; }
    public IReadOnlyList<ScreeningCard> Screenings { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; } = new(1);

    public async Task<IActionResult> OnGetAsync(string? show, string? q, CancellationToken cancellationToken)
    {
        (Show, Search) = (show ?? "upcoming", q);
        if (Tabs.All(t => t.Show != Show)) return this.Wrong(["The list shows what is upcoming, past, drafts or all."]);
        if (Search?.Length > 200) return this.Wrong(["A search has at most 200 characters."]);
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong(["The page is a number from 1 on."]);
        Number = number;
        var filter = new ScreeningFilter { Query = Search };
        var (targets, _) = await FilterTargets.FindAsync(db, filter, cancellationToken);
        var matching = Shown(db.Screenings.EditableBy(desk.Value)).Matching(filter, targets);
        Total = await matching.CountAsync(cancellationToken);
        var ordered = Show is "past" or "all" ? matching.LatestFirst() : matching.InProgrammeOrder();
        Screenings = await ordered.Skip(number.Skip(PageSize)).Take(PageSize).Select(ScreeningCard.Of).ToListAsync(cancellationToken);
        return Page();
    }

    IQueryable<Screening> Shown(IQueryable<Screening> own) => Show switch
    {
        "upcoming" => own.Upcoming(clock.Now()),
        "past" => own.Over(clock.Now()),
        "drafts" => own.Where(s => !s.IsPublic),
        _ => own,
    };

    /// <summary>The address of a page of this list.</summary>
    public string Address(string show, int page = 1) =>
        $"/organise/screenings?show={show}{(Search is null ? "" : $"&q={Uri.EscapeDataString(Search)}")}{(page > 1 ? $"&page={page}" : "")}";
}
