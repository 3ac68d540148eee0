using HomsScreenings.Web.Caching;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The addresses that calendar programs and news readers follow. People keep them for years: none may change.</summary>
static class FeedEndpoints
{
    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this WebApplication app)
    {
        app.MapFeed("/calendar.ics", CalendarFeeds.AllAsync);
        app.MapFeed("/films/{slug}.ics", CalendarFeeds.OfFilmAsync);
        app.MapFeed("/series/{slug}.ics", CalendarFeeds.OfSeriesAsync);
        app.MapFeed("/venues/{slug}.ics", CalendarFeeds.OfVenueAsync);
        app.MapFeed("/organisations/{slug}.ics", CalendarFeeds.OfOrganisationAsync);
        app.MapFeed("/screenings/{slug}.ics", CalendarFeeds.OfScreeningAsync, hasFilters: false);
        app.MapFeed("/feed.atom", NewsFeeds.AllAsync);
        app.MapMethods("/organise/calendar/{token}.ics", GetAndHead, OrganiserCalendar.ShowAsync).AllowAnonymous();
    }

    static void MapFeed(this WebApplication app, string address, Delegate handler, bool hasFilters = true) =>
        app.MapMethods(address, GetAndHead, handler).WithMetadata(new CachedWithProgramme(hasFilters, CachedWithProgramme.Feeds));
}
