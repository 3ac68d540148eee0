using System.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints;

/// <summary>What machines look for where it always is.</summary>
static class WellKnownEndpoints
{
    // Google Calendar does not fetch what robots may not: the feeds stay open, those of organisers too, for the longest path that
    // matches counts (RFC 9309, 2.2.2).
    static readonly string Robots = string.Join('\n', (string[])[
        "User-agent: *", "Allow: /organise/calendar/", "Disallow: /organise", "Disallow: /account", "Disallow: /setup",
        .. Language.All.Select(language => $"Disallow: {language.Path("/bookings")}"),
        .. Language.All.Select(language => $"Disallow: {language.Path("/subscriptions")}"),
        .. Language.All.Select(language => $"Disallow: {language.Path("/interests")}"), ""]);

    static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWellKnown(this WebApplication app)
    {
        app.MapMethods("/robots.txt", GetAndHead, (HttpRequest request, [FromServices] SiteAddress address) =>
            Results.Text($"{Robots}\nSitemap: {address.Of(request, "/sitemap.xml")}\n",
                "text/plain", Encoding.UTF8));
        app.MapMethods("/favicon.ico", GetAndHead, () => Results.Redirect("/img/icon.svg", permanent: true));
        app.MapMethods("/.well-known/security.txt", GetAndHead, SecurityContact);
    }

    /// <summary>Whom to tell of a hole (RFC 9116); there is none where the site names nobody.</summary>
    static IResult SecurityContact([FromServices] IOptions<SiteOptions> site, [FromServices] TimeProvider clock) =>
        site.Value.ContactUri is not { } contact
            ? TextResults.NotFound("This site names no contact.")
            : Results.Text($"Contact: {contact}\nExpires: {InstantPattern.General.Format(Expires(clock.Now()))}\nPreferred-Languages: en\n",
                "text/plain", Encoding.UTF8);

    // It holds as long as the setting does; half a year is short enough for the standard, which asks for less than one.
    static Instant Expires(Instant now)
    {
        var today = now.InUtc().Date;
        return new LocalDate(today.Year, today.Month, 1).PlusMonths(6).AtMidnight().InUtc().ToInstant();
    }
}
