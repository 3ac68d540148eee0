using System.Text.Json.Nodes;
using HomsScreenings.Films;
using HomsScreenings.Model;
using HomsScreenings.People;
using HomsScreenings.Programme;
using HomsScreenings.Text;

namespace HomsScreenings.StructuredData;

/// <summary>Films as schema.org's Movie.</summary>
public static class MovieData
{
    // The roles for which the vocabulary has a word. Every other one is a contribution with its role named.
    static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["Director"] = "director",
        ["Writer"] = "author",
        ["Producer"] = "producer",
        ["Executive producer"] = "producer",
        ["Co-producer"] = "producer",
        ["Editor"] = "editor",
        ["Music"] = "musicBy",
        ["Cast"] = "actor",
        ["Production company"] = "productionCompany",
    };

    /// <param name="reception">Its awards and what the press wrote.</param>
    /// <param name="description">The synopsis as plain text.</param>
    public static JsonObject Of(FilmDetails film, IEnumerable<CreditLine> credits, FilmReception reception, string? description,
        SiteLinks site)
    {
        var movie = Named(film.Slug, film.Title, film.OriginalTitle, film.OriginalTitleLanguage, site)
            .With("description", description)
            .With("image", site.Page($"/films/{film.Slug}/share.jpg"))
            .With("datePublished", film.ReleaseYear is { } year ? FormattableString.Invariant($"{year:0000}") : null)
            .With("duration", EventTimes.Minutes(film.RunningTimes.Count > 0 ? film.RunningTimes[0].Minutes : null))
            .With("genre", film.Kind == FilmKind.Other ? null : FilmWords.Label(film.Kind))
            .With(
                "countryOfOrigin",
                film.Countries.Select(
                    code => (JsonNode?)Thing.Of("Country").With("name", CountryCodes.Name(code)).With("identifier", code)))
            .With("inLanguage", film.Languages)
            .With("subtitleLanguage", film.Subtitles)
            .With("contentRating", film.AgeRatings.Select(r => $"{r.Board} {r.Rating}"))
            .With("trailer", film.Trailer is { } trailer ? Thing.Of("VideoObject").With("url", trailer.Url) : null)
            .With("award", reception.Awards.Select(FilmReceptionData.Award))
            .With("review", reception.Quotes.Select(FilmReceptionData.Review))
            .With("sameAs", FilmReceptionData.SameAs(film.Website, film.Links));
        foreach (var role in credits.GroupBy(c => Roles.GetValueOrDefault(c.Role, "contributor")))
            movie.With(role.Key, role.Select(c => Credited(c, site)));
        return movie;
    }

    /// <summary>The film that a screening shows, in short.</summary>
    /// <param name="country">Where it is shown: what its board says comes first.</param>
    public static JsonObject Of(FilmShown film, string? country, SiteLinks site) =>
        Named(film.Slug, film.Title, film.OriginalTitle, film.OriginalTitleLanguage, site)
            .With("image", site.Page($"/films/{film.Slug}/share.jpg"))
            .With("director", film.Directors.Select(d => (JsonNode?)Person(d, site)))
            .With("datePublished", film.ReleaseYear is { } year ? FormattableString.Invariant($"{year:0000}") : null)
            .With("duration", EventTimes.Minutes(film.RunningTimes.Count > 0 ? film.RunningTimes[0].Minutes : null))
            .With("inLanguage", film.Languages)
            .With("contentRating", film.AgeRatings.OrderByDescending(r => r.Country == country).Select(r => $"{r.Board} {r.Rating}"))
            .With("sameAs", FilmReceptionData.SameAs(film.Website, film.Links));

    public static JsonObject Of(FilmLine film, SiteLinks site) =>
        Named(film.Slug, film.Title, film.OriginalTitle, film.OriginalTitleLanguage, site);

    public static JsonObject Person(PersonLine person, SiteLinks site) => Thing.Of("Person", site.Page($"/people/{person.Slug}"))
        .With("name", person.Name).With("url", site.Page($"/people/{person.Slug}"));

    static JsonObject Named(string slug, string title, string? original, string? language, SiteLinks site) =>
        Thing.Of("Movie", site.Page($"/films/{slug}")).With("name", title).With("alternateName", Thing.In(language, original))
        .With("url", site.Page($"/films/{slug}"));

    static JsonNode Credited(CreditLine credit, SiteLinks site)
    {
        var person = Person(new(credit.Slug, credit.Name), site);
        if (credit.Role == "Production company")
        {
            // By that address the page itself tells of a person.
            person["@type"] = "Organization";
            person.Remove("@id");
        }
        return Roles.ContainsKey(credit.Role) ? person : Thing.Of("Role").With("roleName", credit.Role).With("contributor", person);
    }
}
