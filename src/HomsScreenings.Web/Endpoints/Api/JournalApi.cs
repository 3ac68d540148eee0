using HomsScreenings.Catalogues;
using HomsScreenings.Journal;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Endpoints.Api;

static class JournalApi
{
    /// <summary>The filters of the journal's own list, and the part.</summary>
    static readonly QueryReader Reader = new(
        [CatalogueFilter.QueryName, .. JournalCatalogue.Facets.Select(f => f.Name), "limit", "cursor"], request =>
        {
            var (filter, limit, cursor) = Read(request.Query, out var problems);
            return problems.Count == 0 ? ApiListQuery.ToQuery(filter.ToQuery(), limit, cursor) : null;
        });

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/journal", ApiEndpoints.GetAndHead, ListAsync).IsList<ApiEntry>("journal", "The journal",
            "Reviews, articles and news that are published, with the filters of the journal's pages. The newest first.",
            Reader, AcceptsFilters.OfJournal);
        api.MapMethods("/journal/{slug}", ApiEndpoints.GetAndHead, OneAsync).IsOne<ApiEntry>("journal", "One entry of the journal");
    }

    static (CatalogueFilter Filter, int Limit, string? Cursor) Read(IQueryCollection query, out IReadOnlyList<string> problems)
    {
        var filter = CatalogueFilter.Read(
            JournalCatalogue.Facets, query.PairsBut("limit", "cursor", CatalogueFilter.LetterName), out var wrong);
        var (limit, cursor) = ApiListQuery.ReadPart(query, out var others);
        problems = [.. wrong, .. others];
        return (filter, limit, cursor);
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (filter, limit, cursor) = Read(request.Http.Request.Query, out var problems);
        if (problems.Count > 0) return ApiProblems.Wrong(problems);
        PlaceInOrder? after = null;
        if (cursor is not null)
        {
            if (!Cursor.TryRead(cursor, out PlaceInOrder place)) return ApiProblems.Wrong([ApiListQuery.CursorProblem]);
            after = place;
        }
        var found = await JournalCatalogue.AfterAsync(request.Db, filter, after, limit + 1, request.Now, request.Cancel);
        var rows = found.Count == 0 ? [] : await request.Db.Journal.Published().Where(e => found.Contains(e.Id)).NewestFirst()
            .AsSplitQuery().Select(ApiEntry.Of(request.Links)).ToListAsync(request.Cancel);
        return request.Page(filter.ToQuery(), limit, rows,
            last => Cursor.Of(new PlaceInOrder(last.Published.ToUnixTimeTicks(), last.Id)));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request)
    {
        var published = request.Db.Journal.Published();
        var found = published.WithSlug(slug);
        if (await found.AsSplitQuery().Select(ApiEntry.Of(request.Links)).SingleOrDefaultAsync(request.Cancel) is not { } entry)
            return await request.MissingAsync(published, slug);
        var facts = await found.Select(EntryDetails.Of).SingleAsync(request.Cancel);
        return Results.Json(entry.With(facts, request.Links));
    }
}
