using System.Text.Json.Nodes;
using HomsScreenings.Organisations;
using HomsScreenings.People;

namespace HomsScreenings.StructuredData;

/// <summary>What the site says of itself, of people and organisations, and of the way to a page.</summary>
public static class SiteData
{
    /// <summary>The site, and how it is searched; by whom it is run it says only by its name.</summary>
    public static IEnumerable<JsonObject> Of(SiteLinks site) =>
    [
        Thing.Of("WebSite", site.Page("/") + "#site").With("name", site.Name).With("url", site.Page("/"))
            .With("inLanguage", Text.Languages.Language.Current.Tag)
            .With("publisher", Thing.Of("Organization", site.Page("/") + "#publisher").With("name", site.Name))
            .With("potentialAction", Thing.Of("SearchAction")
                .With("target", Thing.Of("EntryPoint").With("urlTemplate", site.Page("/screenings") + "?q={search_term_string}"))
                .With("query-input", "required name=search_term_string")),
        Thing.Of("Organization", site.Page("/") + "#publisher").With("name", site.Name).With("url", site.Page("/"))
            .With("logo", site.Page("/share.jpg")),
    ];

    /// <param name="description">Plain text.</param>
    public static JsonObject Of(PersonDetails person, string? description, SiteLinks site) =>
        Thing.Of("Person", site.Page($"/people/{person.Slug}"))
        .With("name", person.Name).With("alternateName", Thing.In(person.OriginalNameLanguage, person.OriginalName))
        .With("url", site.Page($"/people/{person.Slug}")).With("description", description);

    /// <param name="description">Plain text.</param>
    public static JsonObject Of(OrganisationDetails organisation, string? description, SiteLinks site) =>
        Thing.Of("Organization", site.Page($"/organisations/{organisation.Slug}"))
        .With("name", organisation.Name).With("url", site.Page($"/organisations/{organisation.Slug}"))
        .With("sameAs", FilmReceptionData.SameAs(organisation.Website, organisation.Links))
        .With("email", organisation.PublicEmail).With("description", description);

    /// <summary>The way from the first page; the last step is the page itself.</summary>
    public static JsonObject Way(SiteLinks site, params IReadOnlyList<(string Path, string Name)> steps) => Thing.Of("BreadcrumbList")
        .With("itemListElement", (JsonNode)new JsonArray([.. steps.Select((step, i) =>
            (JsonNode?)Thing.Of("ListItem").With("position", i + 1).With("name", step.Name).With("item", site.Page(step.Path)))]));
}
