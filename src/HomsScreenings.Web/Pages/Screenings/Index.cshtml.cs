using HomsScreenings.Screenings;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>The programme: what is on, by the filters in the address.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public ScreeningFilter Filter { get; private set; } = ScreeningFilter.None;
    public FilterTargets Targets { get; private set; } = FilterTargets.None;
    public FilterChoices Choices { get; private set; } = FilterChoices.None;
    public ProgrammePage Shown { get; private set; } = ProgrammePage.Empty;
    public PageNumber Number { get; private set; } = new(1);
    /// <summary>Where nothing is found: what there would be without one of the filters.</summary>
    public IReadOnlyList<LoosenedFilter> Without { get; private set; } = [];

    public IEnumerable<ActiveFilter> ActiveFilters => ActiveFilter.Of(Filter, Targets);
    public Pager Pager => new("the programme", Number, Number.HasNext(Shown.Total, PageSize), AddressOfPage);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Filter = ScreeningFilter.Read(Request.Query.PairsBut("view", "page"), out var problems);
        if (problems.Count > 0) return this.Wrong(problems);
        if (Request.Query["view"].Any(view => view is not (null or "" or "list"))) return this.Wrong(["The programme has one view: list."]);
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        (Targets, var unknown) = await FilterTargets.FindAsync(db, Filter, cancel, byName: number.Value == 1);
        if (unknown.Count > 0) return this.Wrong(unknown);

        (Number, var now) = (number, clock.Now());
        Choices = await FilterChoices.FindAsync(db, Filter.IncludesPast, now, cancel);
        Shown = await ProgrammePage.FindAsync(db.Screenings.Published().Matching(Filter, Targets), Filter, now, number.Skip(PageSize), PageSize, cancel);
        if (Shown.Total == 0) Without = await LoosenedFilter.CountAsync(db.Screenings.Published(), Filter, Targets, now, cancel);
        return Shown.IsEmpty && number.Value > 1 ? NotFound() : Page();
    }

    /// <summary>The address of the same list with what is over.</summary>
    public string AddressWithPast => ActiveFilter.Address((Filter with { Past = true }).Pairs());

    /// <summary>The address of a page of this list, with its filters.</summary>
    public string AddressOfPage(int page) => ActiveFilter.Address(Filter.Pairs().Concat(page > 1 ? [KeyValuePair.Create("page", $"{page}")] : []));
}
