using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.StructuredData;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>What somebody asked a list for: how much, from where on, and only what has to do with which screenings.</summary>
/// <param name="Screenings">Those that the filters leave over.</param>
sealed record ApiQuery(ScreeningFilter Filter, IQueryable<Screening> Screenings, int Limit, string? Cursor)
{
    /// <summary>Whether nothing is left out: to ask for what is over as well makes no list shorter.</summary>
    public bool AsksForAll { get; } = (Filter with { Past = false }).IsEmpty;
}

/// <summary>Somebody asks the API: with what it is asked for, and what it takes to answer.</summary>
sealed record ApiRequest(HttpContext Http, [FromServices] ScreeningsDb Db, [FromServices] SiteAddress Address,
    [FromServices] IOptions<SiteOptions> Site, [FromServices] TimeProvider Clock, CancellationToken Cancel)
{
    public Instant Now => Clock.Now();
    public SiteLinks Links => new(Site.Value.LocalizedName, Address.Base(Http.Request));

    /// <summary>What a list is asked for, or the answer that says what is wrong with it.</summary>
    public async Task<(ApiQuery? Query, IResult? Wrong)> ReadAsync()
    {
        var (filter, limit, cursor) = ApiListQuery.Read(Http.Request.Query, out var problems);
        if (problems.Count > 0) return (null, ApiProblems.Wrong(problems));
        var (targets, unknown) = await FilterTargets.FindAsync(Db, filter, Cancel);
        if (unknown.Count > 0) return (null, ApiProblems.Wrong(unknown));
        var screenings = Db.Screenings.Published().Matching(filter, targets);
        return (new(filter, filter.IncludesPast ? screenings : screenings.Upcoming(Now), limit, cursor), null);
    }

    /// <summary>Answers with a part of a list of records, in the order in which they were entered: nothing gets in between.</summary>
    public async Task<IResult> PageAsync<TRecord, T>(ApiQuery query, IQueryable<TRecord> records, Expression<Func<TRecord, T>> shape)
        where TRecord : class, IRecord where T : IListed
    {
        var after = 0;
        if (query.Cursor is not null && !Cursor.TryRead(query.Cursor, out after)) return ApiProblems.Wrong([ApiListQuery.CursorProblem]);
        var found = await records.Where(r => r.Id > after).OrderBy(r => r.Id).Take(query.Limit + 1).AsSplitQuery()
            .Select(shape).ToListAsync(Cancel);
        return Page(query, found, last => Cursor.Of(last.Id));
    }

    /// <summary>Answers with what was found, one more than was asked for where there is more.</summary>
    public IResult Page<T>(ApiQuery query, IReadOnlyList<T> found, Func<T, string> cursor) =>
        Page(query.Filter.ToQuery(), query.Limit, found, cursor);

    /// <summary>The same for a list with filters of its own.</summary>
    /// <param name="filter">As it stands in a query string.</param>
    public IResult Page<T>(string filter, int limit, IReadOnlyList<T> found, Func<T, string> cursor)
    {
        if (found.Count <= limit) return Results.Json(new ApiPage<T>(found, null));
        var pairs = filter.Length > 0 ? filter + "&" : "";
        var next = Links.Page(Http.Request.Path) + FormattableString.Invariant($"?{pairs}limit={limit}&cursor={cursor(found[limit - 1])}");
        Http.Response.Headers.Link = $"<{next}>; rel=\"next\""; // RFC 8288
        return Results.Json(new ApiPage<T>([.. found.Take(limit)], next));
    }

    /// <summary>Nothing public has this slug: leads on to where it went (301), or says that it is gone (410) or never was (404).</summary>
    public async Task<IResult> MissingAsync<T>(IQueryable<T> all, string slug) where T : class, IRecord =>
        await Db.FateOfAsync<T>(slug, Cancel) switch
        {
            SlugFate.Moved moved when await all.WithSlug(moved.To).AnyAsync(Cancel) =>
                Results.Redirect(Links.Page(Http.Request.Path.Value![..^slug.Length] + moved.To), permanent: true),
            SlugFate.Gone => ApiProblems.Gone(slug),
            _ => ApiProblems.NotFound(slug),
        };
}
