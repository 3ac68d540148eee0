using System.ComponentModel;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.StructuredData;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints.Api;

[Description("A screen or hall.")]
sealed record ApiRoom(string Name, int? Seats);

[Description("How one gets in; null where nobody has said.")]
sealed record ApiVenueAccess(bool? StepFree, bool? HearingLoop, bool? AccessibleToilet, int? WheelchairPlaces,
    [property: JsonIgnore] LocalizedText? NotesText)
{
    public string? Notes => NotesText?.Text;
}

/// <summary>A venue as the API tells it.</summary>
[Description("A place where films are shown. What is not known is null.")]
sealed record ApiVenue : IListed
{
    [JsonIgnore]
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required ApiPlace Place { get; init; }
    [Description("IANA zone by which its clocks go.")]
    public required string? TimeZone { get; init; }
    [JsonIgnore]
    public LocalizedText? DirectionsText { get; init; }
    [Description("How to get there, in Markdown.")]
    public string? Directions => DirectionsText?.Text;
    [Description("Of the directions, or of the notes on access where there are none, BCP 47.")]
    public string? TextLanguage => ApiWords.LanguageOf(DirectionsText ?? Access.NotesText);
    public required string? Website { get; init; }
    public required ApiVenueAccess Access { get; init; }
    public required ApiExpectations Expect { get; init; }
    public required IReadOnlyList<ApiRoom> Rooms { get; init; }
    [Description("Made up to show how the site works.")]
    public required bool IsSample { get; init; }
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }
    [Description("A calendar of its screenings.")]
    public required string IcsUrl { get; init; }

    public static Expression<Func<Venue, ApiVenue>> Of(SiteLinks links)
    {
        var pages = links.Page("");
        return v => new ApiVenue
        {
            Id = v.Id,
            Slug = v.Slug,
            Name = v.NameIn(Language.Current.Tag),
            Place = new ApiPlace(v.Address, v.PostalCode, v.Area, v.City, v.Region, v.Country, v.Latitude, v.Longitude),
            TimeZone = v.TimeZone,
            DirectionsText = LocalizedText.Of(v.Translations.In(Language.Current.Tag, w => w.Directions), v.Directions, v.TextLanguage),
            Website = v.Website,
            Access = new ApiVenueAccess(ApiWords.Said(v.StepFree),
                ApiWords.Said(v.HearingLoop), ApiWords.Said(v.AccessibleToilet), v.WheelchairPlaces,
                LocalizedText.Of(v.Translations.In(Language.Current.Tag, w => w.AccessNotes), v.AccessNotes, v.TextLanguage)),
            Expect = ApiExpectations.Of(new Expectations(v.WithoutAdverts, v.StartsOnTime, v.NumberedSeats, v.AdmitsLatecomers,
                v.CafeOrBar, v.QuietSpace, v.MinimumAge, v.Translations.In(Language.Current.Tag, w => w.AskFor) ?? v.AskFor,
                v.Translations.In(Language.Current.Tag, w => w.ExpectationNotes) ?? v.ExpectationNotes)),
            Rooms = v.Rooms.OrderBy(r => r.Position).Select(r => new ApiRoom(r.Name, r.Seats)).ToList(),
            IsSample = v.IsSample,
            ChangedAt = InstantPattern.General.Format(v.ChangedAt),
            Url = pages + "/venues/" + v.Slug,
            IcsUrl = pages + "/venues/" + v.Slug + ".ics",
        };
    }
}

static class VenuesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/venues", ApiEndpoints.GetAndHead, ListAsync)
            .IsList<ApiVenue>(
                "venues", "Venues", "All of them; with filters those where a screening matches. In the order in which they were entered.");
        api.MapMethods("/venues/{slug}", ApiEndpoints.GetAndHead, OneAsync).IsOne<ApiVenue>("venues", "One venue");
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (query, wrong) = await request.ReadAsync();
        if (query is null) return wrong!;
        var published = request.Db.Venues.Published();
        var venues = query.AsksForAll ? published : published.Where(v => query.Screenings.Any(s => s.VenueId == v.Id));
        return await request.PageAsync(query, venues, ApiVenue.Of(request.Links));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request)
    {
        var published = request.Db.Venues.Published();
        return await published.WithSlug(slug).AsSplitQuery().Select(ApiVenue.Of(request.Links))
            .SingleOrDefaultAsync(request.Cancel) is { } venue
            ? Results.Json(venue) : await request.MissingAsync(published, slug);
    }
}
