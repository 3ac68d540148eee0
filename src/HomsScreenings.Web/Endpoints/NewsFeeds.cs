using HomsScreenings.Feeds;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>What was announced or changed, the newest first, for news readers.</summary>
static class NewsFeeds
{
    public static async Task<IResult> AllAsync([AsParameters] FeedRequest request)
    {
        var (filter, targets, wrong) = await request.FilterAsync("page");
        if (wrong is not null) return wrong;
        if (!PageNumber.TryRead(request.Http.Query["page"], out var page)) return TextResults.Wrong([PageNumber.Problem]);

        var screenings = request.Db.Screenings.Published();
        if (!filter.IncludesPast) screenings = screenings.Upcoming(request.Now);
        var cards = await screenings.Matching(filter, targets).OrderByDescending(s => s.ChangedAt).ThenByDescending(s => s.Id)
            .Skip(page.Skip(AtomWriter.MaxEntries)).Take(AtomWriter.MaxEntries + 1).Select(ScreeningCard.Of).ToListAsync(request.Cancel);
        if (page.Value > 1 && cards.Count == 0) return TextResults.NotFound(T("Page not found"));
        var words = FilterWords.Describe(filter, targets);
        var feed = new NewsFeed(
            words is null ? request.SiteName : T("{0}: {1}", request.SiteName, words),
            T("Newly announced and changed screenings"),
            request.SiteName, request.AddressOf("/feed.atom", filter), request.AddressOf("/screenings", filter), Language.Current.Tag,
            page.Value, HasNext: cards.Count > AtomWriter.MaxEntries);
        var entries = cards.Take(AtomWriter.MaxEntries).Select(card => NewsEntry.Of(card, request.Base));
        return Results.Bytes(AtomWriter.Write(feed, [.. entries]), "application/atom+xml; charset=utf-8");
    }
}
