using System.ComponentModel;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.StructuredData;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints.Api;

[Description("An organisation that presents a series.")]
sealed record ApiPartner(ApiLink Organisation, [property: Description("What it does for the series.")] string? Part);

/// <summary>A series as the API tells it.</summary>
[Description("What holds screenings together. What is not known is null.")]
sealed record ApiSeries : IListed
{
    [JsonIgnore]
    public int Id { get; init; }
    public required string Slug { get; init; }
    [JsonIgnore]
    public LocalizedText? TitleText { get; init; }
    public string Title => TitleText!.Text;
    [Description("BCP 47.")]
    public string? TitleLanguage => ApiWords.LanguageOf(TitleText);
    [NamesOf(typeof(SeriesKind))]
    public required string Kind { get; init; }
    [Description("The year it belongs to, where no more is known of its dates.")]
    public required int? Year { get; init; }
    public required string? Starts { get; init; }
    public required string? Ends { get; init; }
    [JsonIgnore]
    public LocalizedText? DatesNoteText { get; init; }
    [JsonIgnore]
    public LocalizedText? DescriptionText { get; init; }
    [JsonIgnore]
    public LocalizedText? InvitationText { get; init; }
    [Description("What is to be said of the dates.")]
    public string? DatesNote => DatesNoteText?.Text;
    [Description("Markdown.")]
    public string? Description => DescriptionText?.Text;
    [Description("What it asks of its visitors.")]
    public string? Invitation => InvitationText?.Text;
    [Description("Of the description, or of the other texts where there is none, BCP 47.")]
    public string? TextLanguage => ApiWords.LanguageOf(DescriptionText ?? InvitationText ?? DatesNoteText);
    public required ApiLink? Organisation { get; init; }
    public required IReadOnlyList<ApiPartner> Partners { get; init; }
    [Description("Made up to show how the site works.")]
    public required bool IsSample { get; init; }
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }
    [Description("A calendar of its screenings.")]
    public required string IcsUrl { get; init; }

    public static Expression<Func<ScreeningSeries, ApiSeries>> Of(SiteLinks links)
    {
        var pages = links.Page("");
        return s => new ApiSeries
        {
            Id = s.Id,
            Slug = s.Slug,
            TitleText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Title), s.Title, s.TextLanguage),
            Kind = ApiWords.Name(s.Kind),
            Year = s.Year,
            Starts = EventTimes.Format(s.Starts),
            Ends = EventTimes.Format(s.Ends),
            DatesNoteText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.DatesNote), s.DatesNote, s.TextLanguage),
            DescriptionText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Description), s.Description, s.TextLanguage),
            InvitationText = LocalizedText.Of(s.Translations.In(Language.Current.Tag, w => w.Invitation), s.Invitation, s.TextLanguage),
            Organisation = s.Organisation == null ? null
                : new ApiLink(
                    s.Organisation.Slug, s.Organisation.NameIn(Language.Current.Tag), pages + "/organisations/" + s.Organisation.Slug),
            Partners = s.Partners.OrderBy(p => p.Position)
                .Select(p => new ApiPartner(new ApiLink(p.Organisation.Slug, p.Organisation.NameIn(Language.Current.Tag),
                    pages + "/organisations/" + p.Organisation.Slug), p.Part)).ToList(),
            IsSample = s.IsSample,
            ChangedAt = InstantPattern.General.Format(s.ChangedAt),
            Url = pages + "/series/" + s.Slug,
            IcsUrl = pages + "/series/" + s.Slug + ".ics",
        };
    }
}

static class SeriesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/series", ApiEndpoints.GetAndHead, ListAsync)
            .IsList<ApiSeries>("series", "Tours, seasons, festivals and programmes",
                "All of them; with filters those of which a screening matches. In the order in which they were entered.");
        api.MapMethods("/series/{slug}", ApiEndpoints.GetAndHead, OneAsync).IsOne<ApiSeries>("series", "One series");
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (query, wrong) = await request.ReadAsync();
        if (query is null) return wrong!;
        var published = request.Db.Series.Published();
        var series = query.AsksForAll ? published : published.Where(r => query.Screenings.Any(s => s.SeriesId == r.Id));
        return await request.PageAsync(query, series, ApiSeries.Of(request.Links));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request)
    {
        var published = request.Db.Series.Published();
        return await published.WithSlug(slug).AsSplitQuery().Select(ApiSeries.Of(request.Links))
            .SingleOrDefaultAsync(request.Cancel) is { } series
            ? Results.Json(series) : await request.MissingAsync(published, slug);
    }
}
