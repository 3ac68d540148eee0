using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages;

/// <summary>Makes a feed of what somebody cares about, and says how to get it into their calendar.</summary>
public sealed class SubscribeModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    const int LongAbove = 950;

    public ScreeningFilter Filter { get; private set; } = ScreeningFilter.None;
    public FilterTargets Targets { get; private set; } = FilterTargets.None;
    public FilterChoices Choices { get; private set; } = FilterChoices.None;
    public FollowChoices Followed { get; private set; } = FollowChoices.None;
    /// <summary>How many screenings to come are in the feed now.</summary>
    public int Coming { get; private set; }
    /// <summary>How many match and wait for their date, without which no calendar can show them.</summary>
    public int Undated { get; private set; }

    public FollowForm Form => new("/subscribe", T("Create my calendar"), Filter, Targets, Choices, Followed);

    /// <summary>What the filter says; null where there is none.</summary>
    public string? Words => FilterWords.Heading(Filter, Targets);

    /// <summary>Whether it may have more than the megabyte that some programs take: an Arabic entry has some 1,050 bytes.</summary>
    public bool IsLong { get; private set; }

    public string Title =>
        Words is { } words ? T("{0}: {1}", words, T("Subscribe to the programme")) : T("Subscribe to the programme");

    /// <summary>A path of this site with the filter.</summary>
    public string With(string path) => Filter.ToQuery() is { Length: > 0 } query ? $"{path}?{query}" : path;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = ScreeningFilter.Read(Request.Query.PairsBut(), out var problems);
        if (problems.Count > 0) return this.Wrong(problems);
        Choices = await FilterChoices.FindAsync(db, withPast: true, clock.Now(), cancellationToken);
        Filter = Choices.Spelt(Filter);
        (Targets, var unknown) = await FilterTargets.FindAsync(db, Filter, cancellationToken);
        if (unknown.Count > 0) return this.Wrong(unknown);

        var coming = db.Screenings.Published().Upcoming(clock.Now());
        Followed = await FollowChoices.FindAsync(db, cancellationToken);
        var counts = await coming.Matching(Filter, Targets).GroupBy(s => s.EndsAt != null)
            .Select(g => new { HasDate = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        (Coming, Undated) = (counts.Where(c => c.HasDate).Sum(c => c.Count), counts.Where(c => !c.HasDate).Sum(c => c.Count));
        var inIt = db.Screenings.Published().InCalendars(clock.Now()).Matching(Filter, Targets);
        IsLong = Coming > LongAbove || (Coming > LongAbove / 4 && await inIt.CountAsync(cancellationToken) > LongAbove);
        return Page();
    }
}
