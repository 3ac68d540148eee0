using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Pages.Embed;

/// <summary>The programme, or what of it matches, for a frame of another site.</summary>
public sealed class ScreeningsModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public EmbeddedList Shown { get; private set; } = EmbeddedList.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = ScreeningFilter.Read(Request.Query.PairsBut(), out var problems);
        if (problems.Count > 0) return this.Wrong(problems);
        filter = await FilterChoices.SpeltAsync(db, filter, clock.Now(), cancellationToken);
        var (targets, unknown) = await FilterTargets.FindAsync(db, filter, cancellationToken);
        if (unknown.Count > 0) return this.Wrong(unknown);
        var screenings = db.Screenings.Published().Matching(filter, targets);
        var path = filter.IsEmpty ? "/screenings" : $"/screenings?{filter.ToQuery()}";
        Shown = await EmbeddedList.FindAsync(FilterWords.Programme(filter, targets),
            path, filter.IncludesPast ? screenings : screenings.Upcoming(clock.Now()), clock.Now(), cancellationToken);
        return Page();
    }
}
