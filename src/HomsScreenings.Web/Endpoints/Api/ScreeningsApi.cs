using HomsScreenings.Programme;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Endpoints.Api;

static class ScreeningsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/screenings", ApiEndpoints.GetAndHead, ListAsync)
            .IsList<ApiScreening>("screenings", "Screenings in the order of the programme",
            "What is announced; with 'past' or 'from' what is over, too. The earliest first, what has no date last. A screening that is moved to another day while you read on may be met twice or missed.");
        api.MapMethods("/screenings/{slug}", ApiEndpoints.GetAndHead, OneAsync).IsOne<ApiScreening>("screenings", "One screening");
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (query, wrong) = await request.ReadAsync();
        if (query is null) return wrong!;
        var screenings = query.Screenings;
        if (query.Cursor is not null)
        {
            if (!Cursor.TryRead(query.Cursor, out PlaceInOrder place)) return ApiProblems.Wrong([ApiListQuery.CursorProblem]);
            screenings = screenings.After(place);
        }
        var cards = await screenings.InProgrammeOrder().Take(query.Limit + 1).Select(ScreeningCard.Of).ToListAsync(request.Cancel);
        var places = cards.ToDictionary(c => c.Slug, PlaceInOrder.Of, StringComparer.Ordinal);
        return request.Page(query, [.. cards.Select(card => ApiScreening.Of(card, request.Links, request.Now))],
            last => Cursor.Of(places[last.Slug]));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request)
    {
        var published = request.Db.Screenings.Published();
        var found = published.WithSlug(slug);
        if (await found.Select(ScreeningCard.Of).SingleOrDefaultAsync(request.Cancel) is not { } card)
            return await request.MissingAsync(published, slug);
        var facts = await found.Select(ScreeningDetails.Of).SingleAsync(request.Cancel);
        return Results.Json(ApiScreening.Of(card, request.Links, request.Now).With(facts));
    }
}
