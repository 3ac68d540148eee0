using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The addresses that calendar programs and news readers follow. People keep them for years: none may change.</summary>
static class FeedEndpoints
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this WebApplication app)
    {
        app.MapMethods("/calendar.ics", GetAndHead, CalendarFeeds.AllAsync).IsFeed();
        app.MapMethods("/films/{slug}.ics", GetAndHead, CalendarFeeds.OfFilmAsync).IsFeed();
        app.MapMethods("/series/{slug}.ics", GetAndHead, CalendarFeeds.OfSeriesAsync).IsFeed();
        app.MapMethods("/venues/{slug}.ics", GetAndHead, CalendarFeeds.OfVenueAsync).IsFeed();
        app.MapMethods("/organisations/{slug}.ics", GetAndHead, CalendarFeeds.OfOrganisationAsync).IsFeed();
        app.MapMethods("/screenings/{slug}.ics", GetAndHead, CalendarFeeds.OfScreeningAsync).IsFeed(QueryReader.None);
        app.MapMethods("/feed.atom", GetAndHead, NewsFeeds.AllAsync).IsFeed(QueryReader.FiltersAndPage);
        app.MapMethods("/journal.atom", GetAndHead, JournalFeeds.AllAsync).IsFeed(JournalFeeds.Reader);
        app.MapMethods("/{kind:regex(^(films|journal|screenings)$)}/{slug}/comments.atom", GetAndHead, CommentFeeds.OfAsync)
            .IsFeed(QueryReader.Page);
        app.MapMethods("/organise/calendar/{token}.ics", GetAndHead, OrganiserCalendar.ShowAsync).AllowAnonymous();
    }

    static void IsFeed(this RouteHandlerBuilder endpoint, QueryReader? query = null) =>
        endpoint.WithMetadata(CachePolicy.Feed(query ?? QueryReader.Filters)).AddEndpointFilter((call, next) =>
        {
            call.HttpContext.Response.Headers.AccessControlAllowOrigin = "*"; // calendars within other pages read them, too
            return next(call);
        });
}
