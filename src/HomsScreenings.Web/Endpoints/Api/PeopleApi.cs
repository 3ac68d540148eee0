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

[Description("What a person did for a film.")]
sealed record ApiWork(string Role, ApiLink Film);

/// <summary>A person as the API tells them.</summary>
[Description("Somebody who made a film, is in it, or speaks at a screening.")]
sealed record ApiPerson : IListed
{
    [JsonIgnore]
    public int Id { get; init; }
    public required string Slug { get; init; }
    [Description("In the language of the address, where it is known in it.")]
    public required string Name { get; init; }
    [Description("In its own script.")]
    public required string? OriginalName { get; init; }
    [Description("BCP 47.")]
    public required string? OriginalNameLanguage { get; init; }
    [JsonIgnore]
    public LocalizedText? AboutText { get; init; }
    [Description("Markdown.")]
    public string? About => AboutText?.Text;
    [Description("Of what is said about them, BCP 47.")]
    public string? TextLanguage => ApiWords.LanguageOf(AboutText);
    public required IReadOnlyList<ApiWork> Credits { get; init; }
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }

    public static Expression<Func<Person, ApiPerson>> Of(SiteLinks links)
    {
        var pages = links.Page("");
        return p => new ApiPerson
        {
            Id = p.Id,
            Slug = p.Slug,
            Name = p.NameIn(Language.Current.Tag),
            OriginalName = p.OriginalName,
            OriginalNameLanguage = p.OriginalNameLanguage,
            AboutText = LocalizedText.Of(p.Translations.In(Language.Current.Tag, w => w.About), p.About, p.TextLanguage),
            Credits = p.Credits.Where(c => c.Film.IsPublic)
                .OrderByDescending(c => c.Film.ReleaseYear).ThenBy(c => c.FilmId).ThenBy(c => c.Position)
                .Select(c => new ApiWork(c.Role, new ApiLink(
                    c.Film.Slug, c.Film.TitleIn(Language.Current.Tag), pages + "/films/" + c.Film.Slug))).ToList(),
            ChangedAt = InstantPattern.General.Format(p.ChangedAt),
            Url = pages + "/people/" + p.Slug,
        };
    }
}

static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/people", ApiEndpoints.GetAndHead, ListAsync)
            .IsList<ApiPerson>(
                "people",
                "People",
                "All of them; with filters those who speak at a screening that matches or have a part in a film that it shows. In the order in which they were entered.");
        api.MapMethods("/people/{slug}", ApiEndpoints.GetAndHead, OneAsync).IsOne<ApiPerson>("people", "One person");
    }

    static async Task<IResult> ListAsync([AsParameters] ApiRequest request)
    {
        var (query, wrong) = await request.ReadAsync();
        if (query is null) return wrong!;
        var published = request.Db.People.Published();
        var people = query.AsksForAll ? published : published.Where(p => query.Screenings.Any(s =>
            s.Speakers.Any(x => x.PersonId == p.Id) || s.Films.Any(f => f.Film.Credits.Any(c => c.PersonId == p.Id))));
        return await request.PageAsync(query, people, ApiPerson.Of(request.Links));
    }

    static async Task<IResult> OneAsync(string slug, [AsParameters] ApiRequest request)
    {
        var published = request.Db.People.Published();
        return await published.WithSlug(slug).AsSplitQuery().Select(ApiPerson.Of(request.Links))
            .SingleOrDefaultAsync(request.Cancel) is { } person
            ? Results.Json(person) : await request.MissingAsync(published, slug);
    }
}
