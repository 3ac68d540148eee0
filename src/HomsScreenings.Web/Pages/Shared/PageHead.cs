namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What a page says of itself in its head.</summary>
/// <param name="Title">The page's own title, without the site's name.</param>
/// <param name="Description">One or two sentences for search engines and shared links.</param>
/// <param name="Path">Its one address, with the filters that matter; null for pages that no search engine should know.</param>
/// <param name="Feeds">Paths of the feeds that follow what the page shows, each with its title.</param>
public sealed record PageHead(string Title, string? Description = null, string? Path = null, params IReadOnlyList<FeedLink> Feeds);

/// <summary>A feed that follows what a page shows.</summary>
public sealed record FeedLink(string Path, string Title, string Type)
{
    public const string CalendarType = "text/calendar";

    public static FeedLink Calendar(string path, string title) => new(path, title, CalendarType);
    public static FeedLink Atom(string path, string title) => new(path, title, "application/atom+xml");
}
