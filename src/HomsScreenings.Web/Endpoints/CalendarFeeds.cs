using HomsScreenings.Calendars;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>The calendars that anybody may follow.</summary>
static class CalendarFeeds
{
    /// <summary>What a calendar is of: a record, or all there is.</summary>
    sealed record Subject(string Name, string Description, string Feed, string Page);

    /// <summary>A record by its number and its name.</summary>
    sealed record Named(int Id, string Name);

    public static Task<IResult> AllAsync([AsParameters] FeedRequest request) =>
        AnswerAsync(request,
            request.Db.Screenings, new Subject(request.SiteName, T("Screenings that are announced"), "/calendar.ics", "/screenings"));

    public static async Task<IResult> OfFilmAsync(string slug, [AsParameters] FeedRequest request)
    {
        var films = request.Db.Films.Published();
        var named = films.WithSlug(slug).Select(f => new Named(f.Id, f.NamesIn(Language.Current.Tag).First));
        return await named.SingleOrDefaultAsync(request.Cancel) is { } film
            ? await AnswerAsync(request, request.Db.Screenings.Where(s => s.Films.Any(f => f.FilmId == film.Id)),
                Of("films", slug, film.Name, T("Screenings of {0}", film.Name)))
            : await request.MissingAsync(films, "film", slug, to => $"/films/{to}.ics");
    }

    public static async Task<IResult> OfSeriesAsync(string slug, [AsParameters] FeedRequest request)
    {
        var published = request.Db.Series.Published();
        var named = published.WithSlug(slug).Select(s => new Named(s.Id, s.TitleIn(Language.Current.Tag)));
        return await named.SingleOrDefaultAsync(request.Cancel) is { } series
            ? await AnswerAsync(request, request.Db.Screenings.Where(s => s.SeriesId == series.Id),
                Of("series", slug, series.Name, T("Screenings of {0}", series.Name)))
            : await request.MissingAsync(published, "series", slug, to => $"/series/{to}.ics");
    }

    public static async Task<IResult> OfVenueAsync(string slug, [AsParameters] FeedRequest request)
    {
        var venues = request.Db.Venues.Published();
        return await venues.WithSlug(slug).Select(v => new Named(v.Id, v.NameIn(Language.Current.Tag)))
            .SingleOrDefaultAsync(request.Cancel) is { } venue
            ? await AnswerAsync(request, request.Db.Screenings.Where(s => s.VenueId == venue.Id),
                Of("venues", slug, venue.Name, T("Screenings at {0}", venue.Name)))
            : await request.MissingAsync(venues, "venue", slug, to => $"/venues/{to}.ics");
    }

    public static async Task<IResult> OfOrganisationAsync(string slug, [AsParameters] FeedRequest request)
    {
        var organisations = request.Db.Organisations;
        return await organisations.WithSlug(slug).Select(o => new Named(o.Id, o.NameIn(Language.Current.Tag)))
            .SingleOrDefaultAsync(request.Cancel) is { } organisation
            ? await AnswerAsync(request,
                request.Db.Screenings.Where(
                    s => s.OrganisationId == organisation.Id || s.Series!.Partners.Any(p => p.OrganisationId == organisation.Id)),
                Of("organisations", slug, organisation.Name, T("Screenings presented by {0}", organisation.Name)))
            : await request.MissingAsync(organisations, "organisation", slug, to => $"/organisations/{to}.ics");
    }

    /// <summary>One screening as a file, however long ago it was.</summary>
    public static async Task<IResult> OfScreeningAsync(string slug, [AsParameters] FeedRequest request)
    {
        var published = request.Db.Screenings.Published();
        if (await published.WithSlug(slug).Select(ScreeningCard.Of).SingleOrDefaultAsync(request.Cancel) is not { } card)
            return await request.MissingAsync(published, "screening", slug, to => $"/screenings/{to}.ics");
        return CalendarEntry.Of(card, request.Base) is { } entry
            ? CalendarResult.File($"{slug}.ics", entry)
            : TextResults.NotFound(
                T("This screening has no date yet, so there is nothing to put into a calendar. What is known is at {0}",
                    request.Base + Language.Current.Path($"/screenings/{slug}")));
    }

    static Subject Of(string folder, string slug, string name, string description) =>
        new(name, description, $"/{folder}/{slug}.ics", $"/{folder}/{slug}");

    static async Task<IResult> AnswerAsync(FeedRequest request, IQueryable<Screening> screenings, Subject subject)
    {
        var (filter, targets, wrong) = await request.FilterAsync();
        if (wrong is not null) return wrong;

        var cards = await screenings.Published().InCalendars(request.Now, all: filter.IncludesPast).Matching(filter, targets)
            .InProgrammeOrder().Select(ScreeningCard.Of).ToListAsync(request.Cancel);
        var words = FilterWords.Describe(filter, targets);
        var feed = new CalendarFeed(
            words is null ? subject.Name : T("{0}: {1}", subject.Name, words),
            words is null ? T("{0}.", subject.Description) : T("{0}: {1}.", subject.Description, words),
            request.AddressOf(subject.Feed, filter),
            subject.Page == "/screenings" ? request.AddressOf(subject.Page, filter)
                : request.AddressOf(subject.Page, ScreeningFilter.None));
        return CalendarResult.Feed(feed, cards.Select(card => CalendarEntry.Of(card, request.Base)).OfType<CalendarEntry>());
    }
}
