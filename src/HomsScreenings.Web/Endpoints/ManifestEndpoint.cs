using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Languages;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>
/// What a phone wants to know to put the site among its programs (Web Application Manifest, W3C): one for each
/// language, so that what is put there begins in the language in which it was read.
/// </summary>
static class ManifestEndpoint
{
    // Paper, as the style sheet has it; the dark screen is coloured by the page itself.
    const string Paper = "#fbfaf6";

    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapManifest(this WebApplication app) =>
        app.MapMethods("/manifest.webmanifest", GetAndHead, Show).WithMetadata(new InEveryLanguage());

    static IResult Show([FromServices] IOptions<SiteOptions> site, HttpResponse response)
    {
        var language = Language.Current;
        response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(new
        {
            id = language.Path("/"),
            name = site.Value.LocalizedName,
            short_name = site.Value.LocalizedName,
            description = T("Where films are shown, and when: screenings with talks, tours, seasons and free programmes."),
            lang = language.Tag,
            dir = language.Direction,
            start_url = language.Path("/"),
            scope = "/", // the other language and the desk belong to it
            display = "standalone",
            background_color = Paper,
            theme_color = Paper,
            categories = new[] { "entertainment", "events" },
            icons = new object[]
            {
                new { src = "/img/icon.svg", type = "image/svg+xml", sizes = "any", purpose = "any" },
                new { src = "/img/icon-192.png", type = "image/png", sizes = "192x192", purpose = "any" },
                new { src = "/img/icon-512.png", type = "image/png", sizes = "512x512", purpose = "any" },
                new { src = "/img/icon-512.png", type = "image/png", sizes = "512x512", purpose = "maskable" },
            },
            shortcuts = new object[]
            {
                new { name = T("Programme"), url = language.Path("/screenings") },
                new { name = T("Films"), url = language.Path("/films") },
            },
        }, contentType: "application/manifest+json; charset=utf-8");
    }
}
