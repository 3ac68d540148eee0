using HomsScreenings.Films;
using HomsScreenings.Journal;
using HomsScreenings.Model;
using HomsScreenings.Pictures;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Series;
using HomsScreenings.Sharing;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Venues;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Sharing;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The pictures that go with shared links, in each language: what the page says at its top, set over a photograph.</summary>
static class SharePictureFiles
{
    // Stands in for what cannot be made.
    const string Plain = "/img/share.jpg";

    const string SecondsToWait = "5";

    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSharePictures(this WebApplication app)
    {
        app.MapMethods("/share.jpg", GetAndHead, OfSiteAsync).IsPicture();
        app.MapMethods("/screenings/{slug}/share.jpg", GetAndHead, OfScreeningAsync).IsPicture();
        app.MapMethods("/films/{slug}/share.jpg", GetAndHead, OfFilmAsync).IsPicture();
        app.MapMethods("/series/{slug}/share.jpg", GetAndHead, OfSeriesAsync).IsPicture();
        app.MapMethods("/venues/{slug}/share.jpg", GetAndHead, OfVenueAsync).IsPicture();
        app.MapMethods("/journal/{slug}/share.jpg", GetAndHead, OfEntryAsync).IsPicture();
        // What they were called before; links that were shared then still ask for them.
        var everywhere = new InEveryLanguage();
        app.MapMethods("/share.png", GetAndHead, ([AsParameters] FeedRequest request) => Renamed(request, "")).WithMetadata(everywhere);
        app.MapMethods("/screenings/{slug}/share.png", GetAndHead, (string slug, [AsParameters] FeedRequest request) =>
            RenamedAsync(request, request.Db.Screenings.Published(), "screening", slug)).WithMetadata(everywhere);
        app.MapMethods("/films/{slug}/share.png", GetAndHead, (string slug, [AsParameters] FeedRequest request) =>
            RenamedAsync(request, request.Db.Films.Published(), "film", slug)).WithMetadata(everywhere);
    }

    static void IsPicture(this IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(
        new CachePolicy(CachePolicy.ProgrammeAlone, QueryReader.None, CachePolicy.SharePictures) { IsMadeAside = true });

    static IResult Renamed(FeedRequest request, string record) =>
        Results.Redirect($"{request.Base}{Language.Current.Path($"{record}/share.jpg")}", permanent: true);

    static async Task<IResult> RenamedAsync<T>(FeedRequest request, IQueryable<T> published, string word, string slug)
        where T : class, IRecord =>
        await published.WithSlug(slug).AnyAsync(request.Cancel) ? Renamed(request, $"/{word}s/{slug}")
            : await request.MissingAsync(published, word, slug, to => $"/{word}s/{to}/share.jpg");

    static Task<IResult> OfSiteAsync([AsParameters] FeedRequest request, HttpResponse response, SharePictures pictures) =>
        AnswerAsync(request, response, pictures, ShareCards.Of(request.SiteName), null, "homs-screenings");

    static async Task<IResult> OfScreeningAsync(
        string slug, [AsParameters] FeedRequest request, HttpResponse response, SharePictures pictures)
    {
        var published = request.Db.Screenings.Published();
        var screening = await published.WithSlug(slug).Select(ScreeningCard.Of).SingleOrDefaultAsync(request.Cancel);
        if (screening is null) return await request.MissingAsync(published, "screening", slug, to => $"/screenings/{to}/share.jpg");
        var films = screening.Films.ConvertAll(f => f.Slug);
        var photos = await request.Db.Films.Published().Where(f => films.Contains(f.Slug))
            .Select(f => new { f.Slug, Pictures = f.Pictures.LinesIn(Language.Current.Tag) }).ToListAsync(request.Cancel);
        var photo = photos.OrderBy(f => films.IndexOf(f.Slug)).Select(f => SharePhoto.Of(f.Pictures)).FirstOrDefault(p => p is not null);
        // The drawing of its film; what shows several or none has its own, as on its page.
        return await AnswerAsync(
            request, response, pictures, ShareCards.Of(screening, request.Now), photo, films is [var film] ? film : screening.Slug);
    }

    static async Task<IResult> OfFilmAsync(string slug, [AsParameters] FeedRequest request, HttpResponse response, SharePictures pictures)
    {
        var films = request.Db.Films.Published();
        var film = await films.WithSlug(slug).Select(FilmDetails.Of).SingleOrDefaultAsync(request.Cancel);
        if (film is null) return await request.MissingAsync(films, "film", slug, to => $"/films/{to}/share.jpg");
        var directors = await request.Db.Set<Credit>().Where(c => c.FilmId == film.Id && c.Role == CreditRoles.Director)
            .OrderBy(c => c.Position).ThenBy(c => c.Id).Select(CreditLine.Of).ToListAsync(request.Cancel);
        var card = ShareCards.Of(film, directors);
        return await AnswerAsync(request, response, pictures, card, SharePhoto.Of(film.Pictures), film.Slug);
    }

    static async Task<IResult> OfSeriesAsync(string slug, [AsParameters] FeedRequest request, HttpResponse response, SharePictures pictures)
    {
        var published = request.Db.Series.Published();
        var series = await published.WithSlug(slug).Select(SeriesDetails.Of).SingleOrDefaultAsync(request.Cancel);
        return series is null ? await request.MissingAsync(published, "series", slug, to => $"/series/{to}/share.jpg")
            : await AnswerAsync(request, response, pictures, ShareCards.Of(series), SharePhoto.Of(series.Pictures), series.Slug);
    }

    static async Task<IResult> OfVenueAsync(string slug, [AsParameters] FeedRequest request, HttpResponse response, SharePictures pictures)
    {
        var venues = request.Db.Venues.Published();
        var venue = await venues.WithSlug(slug).Select(VenueDetails.Of).SingleOrDefaultAsync(request.Cancel);
        return venue is null ? await request.MissingAsync(venues, "venue", slug, to => $"/venues/{to}/share.jpg")
            : await AnswerAsync(request, response, pictures, ShareCards.Of(venue), SharePhoto.Of(venue.Pictures), venue.Slug);
    }

    static async Task<IResult> OfEntryAsync(string slug, [AsParameters] FeedRequest request, HttpResponse response, SharePictures pictures)
    {
        var published = request.Db.Journal.Published();
        var entry = await published.WithSlug(slug).Select(EntryDetails.Of).SingleOrDefaultAsync(request.Cancel);
        return entry is null ? await request.MissingAsync(published, "entry", slug, to => $"/journal/{to}/share.jpg")
            : await AnswerAsync(request, response, pictures, ShareCards.Of(entry), SharePhoto.Of(entry.Pictures), entry.Slug);
    }

    static async Task<IResult> AnswerAsync(
        FeedRequest request, HttpResponse response, SharePictures pictures, ShareCard card, SharePhoto? photo, string drawnFrom)
    {
        var (jpeg, isBusy) = await pictures.MakeAsync(card, photo, drawnFrom, request.Cancel);
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (jpeg is not null) return Results.Bytes(jpeg, "image/jpeg");
        if (!isBusy) return Results.Redirect(request.Base + Plain);
        response.Headers.RetryAfter = SecondsToWait;
        return TextResults.Busy("Too many pictures are asked for at once. Come again in a few seconds.");
    }
}
