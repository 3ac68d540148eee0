using HomsScreenings.Films;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The pictures that go with shared links.</summary>
static class SharePictures
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSharePictures(this WebApplication app)
    {
        app.MapMethods("/share.png", GetAndHead, (HttpResponse response) => Picture(response, "homs-screenings")).IsPicture();
        app.MapMethods("/films/{slug}/share.png", GetAndHead, OfFilmAsync).IsPicture();
        app.MapMethods("/screenings/{slug}/share.png", GetAndHead, OfScreeningAsync).IsPicture(CachePolicy.ChangingDrawings);
    }

    static void IsPicture(this IEndpointConventionBuilder endpoint, string cacheControl = CachePolicy.Drawings) =>
        endpoint.WithMetadata(new CachePolicy(CachePolicy.ProgrammeAlone, QueryReader.None, cacheControl));

    static async Task<IResult> OfFilmAsync(string slug, HttpResponse response, [AsParameters] FeedRequest request) =>
        await request.Db.Films.Published().WithSlug(slug).AnyAsync(request.Cancel) ? Picture(response, slug)
            : await request.MissingAsync(request.Db.Films.Published(), "film", slug, to => $"/films/{to}/share.png");

    // The picture of its film; what shows several or none has its own, as on its page.
    static async Task<IResult> OfScreeningAsync(string slug, HttpResponse response, [AsParameters] FeedRequest request)
    {
        var published = request.Db.Screenings.Published();
        var films = await published.WithSlug(slug).Select(s => s.Films.Select(f => f.Film.Slug).ToList())
            .SingleOrDefaultAsync(request.Cancel);
        return films is null ? await request.MissingAsync(published, "screening", slug, to => $"/screenings/{to}/share.png")
            : Picture(response, films.Count == 1 ? films[0] : slug);
    }

    static IResult Picture(HttpResponse response, string slug)
    {
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(SharePicture.Png(slug), "image/png");
    }
}
