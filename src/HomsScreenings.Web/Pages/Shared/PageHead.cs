using System.Text.Json.Nodes;
using HomsScreenings.Sharing;
using HomsScreenings.StructuredData;
using Microsoft.AspNetCore.Html;
using NodaTime;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What a page says of itself in its head.</summary>
/// <param name="Title">The page's own title, without the site's name.</param>
/// <param name="Description">One or two sentences for search engines and shared links.</param>
/// <param name="Path">Its one address, with the filters that matter; null for pages that no search engine should know.</param>
/// <param name="Feeds">Paths of the feeds that follow what the page shows, each with its title.</param>
public sealed record PageHead(string Title, string? Description = null, string? Path = null, params IReadOnlyList<FeedLink> Feeds)
{
    /// <summary>Where it is found in the other languages, for a page that search engines should not know.</summary>
    public string? Here { get; init; }

    /// <summary>The whole address of where all of it stands, if that is elsewhere; search engines are led there.</summary>
    public string? Canonical { get; init; }

    /// <summary>When the public first saw what somebody wrote, for a page that shows just that; null for all others.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>
    /// Whether search engines are to know it, and to follow its links: not one of the states of a list that have no end.
    /// </summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>What it tells machines, in the vocabulary of schema.org.</summary>
    public Func<SiteLinks, IEnumerable<JsonObject?>>? Data { get; init; }

    /// <summary>The path of the picture that goes with a shared link; the site's own where a page has none.</summary>
    public string Image { get; init; } = "/share.jpg";

    /// <summary>What that picture says; null for the site's own.</summary>
    public ShareCard? Says { get; init; }

    /// <summary>
    /// A block of data is no script: browsers do not run it, and the policy lets it stand. Its text cannot end it, for '&lt;' is escaped.
    /// </summary>
    public IHtmlContent DataBlocks(SiteLinks site) => new HtmlString(string.Join('\n',
        (Data?.Invoke(site) ?? []).OfType<JsonObject>()
            .Select(thing => $"""<script type="application/ld+json">{Thing.Document(thing)}</script>""")));
}

/// <summary>A feed that follows what a page shows.</summary>
public sealed record FeedLink(string Path, string Title, string Type)
{
    public const string CalendarType = "text/calendar";

    public static FeedLink Calendar(string path, string title) => new(path, title, CalendarType);
    public static FeedLink Atom(string path, string title) => new(path, title, "application/atom+xml");
}
