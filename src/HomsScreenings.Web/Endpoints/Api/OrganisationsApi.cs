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

/// <summary>An organisation as the API tells it.</summary>
[Description("Whoever puts screenings on, or is a partner of a series. What is not known is null.")]
sealed record ApiOrganisation : IListed
{
    [JsonIgnore]
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    [JsonIgnore]
    public LocalizedText? AboutText { get; init; }
    [Description("Markdown.")]
    public string? About => AboutText?.Text;
    [Description("Of what is said about it, BCP 47.")]
    public string? TextLanguage => ApiWords.LanguageOf(AboutText);
    public required string? Website { get; init; }
    [Description("Its pages elsewhere.")]
    public required IReadOnlyList<string> Links { get; init; }
    [Description("For the public to write to.")]
    public required string? Email { get; init; }
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }
    [Description("A calendar of its screenings.")]
    public required string IcsUrl { get; init; }

    public static Expression<Func<Organisation, ApiOrganisation>> Of(SiteLinks links)
    {
        var pages = links.Page("");
        return o => new ApiOrganisation
        {
            Id = o.Id,
            Slug = o.Slug,
            Name = o.NameIn(Language.Current.Tag),
            AboutText = LocalizedText.Of(o.Translations.In(Language.Current.Tag, w => w.About), o.About, o.TextLanguage),
            Website = o.Website,
            Links = o.Links,
            Email = o.PublicEmail,
            ChangedAt = InstantPattern.General.Format(o.ChangedAt),
            Url = pages + "/organisations/" + o.Slug,
            IcsUrl = pages + "/organisations/" + o.Slug + ".ics",
        };
    }
}

static class OrganisationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/organisations", ApiEndpoints.GetAndHead, ListAsync)
            .IsList<ApiOrganisation>("organisations", "Organisations",
                "All of them; with filters those that present a screening that matches, or are a partner of its series. In the order in which they were entered.");
        api.MapMethods("/organisations/{slug}", ApiEndpoints.GetAndHead, OneAsync)
            .IsOne<ApiOrganisation>("organisations", "One organisation");
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (query, wrong) = await request.ReadAsync();
        if (query is null) return wrong!;
        var organisations = query.AsksForAll ? request.Db.Organisations : request.Db.Organisations.Where(o => query.Screenings.Any(
            s => s.OrganisationId == o.Id || s.Series!.Partners.Any(p => p.OrganisationId == o.Id)));
        return await request.PageAsync(query, organisations, ApiOrganisation.Of(request.Links));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request) =>
        await request.Db.Organisations.WithSlug(slug).Select(ApiOrganisation.Of(request.Links))
        .SingleOrDefaultAsync(request.Cancel) is { } organisation
            ? Results.Json(organisation) : await request.MissingAsync(request.Db.Organisations, slug);
}
