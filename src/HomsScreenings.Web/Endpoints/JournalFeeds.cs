using HomsScreenings.Catalogues;
using HomsScreenings.Feeds;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Site;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The entries of the journal, the newest first, for news readers: all of them, or those of a filter of its list.</summary>
static class JournalFeeds
{
    /// <summary>The filters of the list, and the part.</summary>
    public static QueryReader Reader { get; } = new(
        [CatalogueFilter.QueryName, .. JournalCatalogue.Facets.Select(f => f.Name), "page"], request =>
            Read(request, out var problems) is var filter && problems.Count == 0 && QueryReader.Page.Read(request) is { } page
                ? string.Join('&', new[] { filter.ToQuery(), page }.Where(part => part.Length > 0)) : null);

    static CatalogueFilter Read(HttpRequest request, out IReadOnlyList<string> problems) =>
        CatalogueFilter.Read(JournalCatalogue.Facets, request.Query.PairsBut("page"), out problems);

    public static async Task<IResult> AllAsync([AsParameters] FeedRequest request)
    {
        var filter = Read(request.Http, out var problems);
        if (problems.Count > 0) return TextResults.Wrong(problems);
        if (!PageNumber.TryRead(request.Http.Query["page"], out var part)) return TextResults.Wrong([PageNumber.Problem]);
        var page = await JournalCatalogue.FindAsync(
            request.Db, filter, part.Skip(AtomWriter.MaxEntries), AtomWriter.MaxEntries, request.Now, request.Cancel);
        if (part.Value > 1 && page.Lines.Count == 0) return TextResults.NotFound(T("Page not found"));

        var asked = page.Found.Filter.ToQuery() is { Length: > 0 } query ? $"?{query}" : "";
        var feed = new NewsFeed(T("{0}: {1}", request.SiteName, Title(page.Found)),
            T("Reviews, articles and news about the films and their screenings."),
            request.SiteName, request.Base + Language.Current.Path("/journal.atom") + asked,
            request.Base + Language.Current.Path("/journal") + asked, Language.Current.Tag, part.Value,
            HasNext: part.HasNext(page.Found.Total, AtomWriter.MaxEntries));
        var entries = page.Lines.Select(line => NewsEntry.Of(line.Card, request.Base));
        return Results.Bytes(AtomWriter.Write(feed, [.. entries]), "application/atom+xml; charset=utf-8");
    }

    static string Title(CatalogueResult found)
    {
        var asked = found.Filter.Pairs().Where(p => p.Key != CatalogueFilter.LetterName)
            .Select(p => found.Label(p.Key, p.Value)).ToList();
        return asked.Count == 0 ? T("Journal") : T("{0}: {1}", string.Join(T(", "), asked), T("Journal"));
    }
}
