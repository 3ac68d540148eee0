using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>
/// The programme for other programs, to be read only. Addresses and fields stay as they are; fields may be added. What
/// changes otherwise gets a version of its own beside this one.
/// </summary>
static class ApiEndpoints
{
    public static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("programme");
        ScreeningsApi.Map(api);
        FilmsApi.Map(api);
        SeriesApi.Map(api);
        VenuesApi.Map(api);
        PeopleApi.Map(api);
        OrganisationsApi.Map(api);
        JournalApi.Map(api);
        app.Map("/api/{**rest}", Otherwise).WithMetadata(new InEveryLanguage()).ExcludeFromDescription();
        app.Map("/openapi/{**rest}", Otherwise).WithMetadata(new InEveryLanguage()).ExcludeFromDescription();
        app.MapApiDescription();
    }

    /// <summary>A list that takes the filters of the programme.</summary>
    public static void IsList<T>(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.IsList<T>(name, summary, description, ApiListQuery.Reader, AcceptsFilters.OfProgramme);

    /// <summary>A list that takes filters of its own.</summary>
    public static void IsList<T>(this RouteHandlerBuilder endpoint, string name, string summary, string description,
        QueryReader query, AcceptsFilters filters) =>
        endpoint.Answers<ApiPage<T>>(query).WithMetadata(filters)
            .WithName($"list-{name}").WithSummary(summary).WithDescription(description).ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>One record by its slug.</summary>
    public static void IsOne<T>(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.Answers<T>(QueryReader.None)
            .WithName($"get-{name}").WithSummary(summary).WithDescription("A former slug is led on to the present one.")
            .Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);

    static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, QueryReader query) =>
        endpoint.Produces<T>().WithMetadata(new CachePolicy(CachePolicy.Screenings, query, CachePolicy.Feeds))
        .AddEndpointFilter((call, next) =>
        {
            Open(call.HttpContext.Response.Headers);
            return next(call);
        });

    // Whatever is public may be read from any page in a browser; there are no cookies here that it could abuse.
    public static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    // A browser asks first where a page wants to send headers such as If-None-Match (Fetch standard, CORS preflight).
    static IResult Otherwise(HttpContext context)
    {
        var headers = context.Response.Headers;
        Open(headers);
        if (GetAndHead.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase)) return ApiProblems.NoSuchAddress();
        headers.Allow = "GET, HEAD, OPTIONS";
        if (!HttpMethods.IsOptions(context.Request.Method)) return ApiProblems.NotAllowed();
        headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlMaxAge = "86400";
        return Results.NoContent();
    }
}
