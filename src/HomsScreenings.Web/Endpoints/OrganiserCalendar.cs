using HomsScreenings.Calendars;
using HomsScreenings.Organisations;
using HomsScreenings.Programme;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Endpoints;

/// <summary>
/// An organiser's own calendar, drafts too. Calendar programs cannot sign in, so the token in the address is the key;
/// whoever has it may look and nothing more, until the organiser makes a new one or takes it back.
/// </summary>
static class OrganiserCalendar
{
    public static async Task<IResult> ShowAsync(string token, [AsParameters] FeedRequest request)
    {
        request.Http.HttpContext.Response.Headers.CacheControl = "private, no-store"; // of what is no calendar
        if (await request.Db.OrganiserByCalendarTokenAsync(token, request.Now, request.Cancel) is not { } organiser)
            return TextResults.NotFound("This calendar does not exist, or its link was taken back. A new one can be made at the desk.");

        var (filter, targets, wrong) = await request.FilterAsync();
        if (wrong is not null) return wrong;
        var cards = await request.Db.Screenings.EditableBy(organiser)
            .InCalendars(request.Now, all: filter.IncludesPast).Matching(filter, targets)
            .InProgrammeOrder().Select(ScreeningCard.Of).ToListAsync(request.Cancel);
        var words = FilterWords.Describe(filter, targets) is { } said ? $": {said}" : "";
        var feed = new CalendarFeed($"{request.SiteName}, desk{words}", $"The screenings that you keep, drafts too{words}.",
            request.AddressOf($"/organise/calendar/{token}.ics", filter), $"{request.Base}/organise");
        return CalendarResult.PrivateFeed(
            feed, cards.Select(card => CalendarEntry.Of(card, request.Base)).OfType<CalendarEntry>(), request.Now);
    }
}
