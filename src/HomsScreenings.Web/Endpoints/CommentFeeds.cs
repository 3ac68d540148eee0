using HomsScreenings.Comments;
using HomsScreenings.Feeds;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The accepted comments under a film, an entry or a screening, for news readers.</summary>
static class CommentFeeds
{
    public static async Task<IResult> OfAsync(
        string kind, string slug, [AsParameters] FeedRequest request, [FromServices] AnswerAreas answer)
    {
        if (!PageNumber.TryRead(request.Http.Query["page"], out var part)) return TextResults.Wrong([PageNumber.Problem]);
        var about = await request.Db.DiscussionAsync(kind, slug, request.Now, request.Cancel);
        if (about is not { IsPublic: true }) return TextResults.NotFound(T("Page not found"));
        answer.RestOn(Area.CommentsOf(about.Id));
        var comments = await request.Db.Comments.Where(c => c.DiscussionId == about.Id && c.IsPublic)
            .OrderByDescending(c => c.SentAt).ThenByDescending(c => c.Id)
            .Skip(part.Skip(AtomWriter.MaxEntries)).Take(AtomWriter.MaxEntries + 1).Select(CommentLine.Of).ToListAsync(request.Cancel);
        if (part.Value > 1 && comments.Count == 0) return TextResults.NotFound(T("Page not found"));
        var page = request.Base + Language.Current.Path(about.Path);
        var feed = new NewsFeed(T("Comments: {0}", about.Title), T("Comments of readers, as moderators accepted them."), request.SiteName,
            $"{page}/comments.atom", $"{page}/comments", Language.Current.Tag, part.Value, comments.Count > AtomWriter.MaxEntries);
        var entries = comments.Take(AtomWriter.MaxEntries).Select(c => NewsEntry.Of(c, page));
        return Results.Bytes(AtomWriter.Write(feed, [.. entries]), "application/atom+xml; charset=utf-8");
    }
}
