using HomsScreenings.Feeds;
using HomsScreenings.Programme;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>What was announced or changed, the newest first, for news readers.</summary>
static class NewsFeeds
{
    public static async Task<IResult> AllAsync([AsParameters] FeedRequest request)
    {
        var (filter, targets, problems) = await request.FilterAsync();
        if (problems.Count > 0) return TextResults.Wrong(problems);

        var screenings = request.Db.Screenings.Published();
        if (!filter.IncludesPast) screenings = screenings.Upcoming(request.Now);
        var cards = await screenings.Matching(filter, targets).OrderByDescending(s => s.ChangedAt).ThenByDescending(s => s.Id)
            .Take(AtomWriter.MaxEntries).Select(ScreeningCard.Of).ToListAsync(request.Cancel);
        var words = FilterWords.Describe(filter);
        var feed = new NewsFeed(
            words is null ? request.SiteName : T("{0}: {1}", request.SiteName, words),
            T("Newly announced and changed screenings"),
            request.SiteName, request.AddressOf("/feed.atom", filter), request.AddressOf("/screenings", filter), Language.Current.Tag);
        return Results.Bytes(AtomWriter.Write(feed, [.. cards.Select(card => NewsEntry.Of(card, request.Base))]),
            "application/atom+xml; charset=utf-8");
    }
}
