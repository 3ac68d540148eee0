using System.Text.RegularExpressions;

namespace HomsScreenings.Films;

/// <summary>
/// Where else a film is told of. A site that is known has a name, and an address there is kept as the number or name of the
/// film alone, without the trail of where somebody came from.
/// </summary>
public static partial class FilmLinks
{
    /// <summary>How many a film may have.</summary>
    public const int Max = 12;

    const int Patience = 200; // milliseconds
    const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    static readonly (string Host, string Name, Regex? Film, string Address)[] Sites =
    [
        ("imdb.com", "IMDb", Imdb(), "https://www.imdb.com/title/{0}/"),
        ("wikidata.org", "Wikidata", Wikidata(), "https://www.wikidata.org/wiki/{0}"),
        ("letterboxd.com", "Letterboxd", Letterboxd(), "https://letterboxd.com/film/{0}/"),
        ("themoviedb.org", "TMDB", Tmdb(), "https://www.themoviedb.org/movie/{0}"),
        ("rottentomatoes.com", "Rotten Tomatoes", RottenTomatoes(), "https://www.rottentomatoes.com/m/{0}"),
        ("mubi.com", "MUBI", Mubi(), "https://mubi.com/films/{0}"),
        ("wikipedia.org", "Wikipedia", null, ""),
    ];

    /// <summary>The address as it is kept.</summary>
    /// <param name="url">A web address.</param>
    public static string Tidy(string url)
    {
        var uri = new Uri(url);
        return Find(uri) is { Film: { } film, Address: var address } && film.Match(uri.AbsolutePath) is { Success: true } match
            ? string.Format(null, address, match.Groups["film"].Value) : url;
    }

    /// <summary>'Letterboxd', else the name of the host: 'example.org'.</summary>
    /// <param name="url">A web address.</param>
    public static string NameOf(string url) => Find(new Uri(url))?.Name ?? HostOf(url);

    /// <summary>The name of the host as it is looked up, without 'www'.</summary>
    /// <param name="url">A web address.</param>
    public static string HostOf(string url) => new Uri(url).IdnHost is var host && host.StartsWith("www.", StringComparison.Ordinal)
        ? host[4..] : host;

    static (string Host, string Name, Regex? Film, string Address)? Find(Uri uri)
    {
        foreach (var site in Sites)
            if (uri.IdnHost == site.Host || uri.IdnHost.EndsWith($".{site.Host}", StringComparison.Ordinal)) return site;
        return null;
    }

    [GeneratedRegex("^/([a-z-]{2,5}/)?title/(?<film>tt[0-9]{5,12})(/|$)", Options, Patience)]
    private static partial Regex Imdb();

    [GeneratedRegex("^/(wiki|entity)/(?<film>Q[0-9]+)$", Options, Patience)]
    private static partial Regex Wikidata();

    [GeneratedRegex("^/film/(?<film>[a-z0-9-]+)(/|$)", Options, Patience)]
    private static partial Regex Letterboxd();

    [GeneratedRegex("^/movie/(?<film>[0-9]+)(-|/|$)", Options, Patience)]
    private static partial Regex Tmdb();

    [GeneratedRegex("^/m/(?<film>[a-z0-9_]+)(/|$)", Options, Patience)]
    private static partial Regex RottenTomatoes();

    [GeneratedRegex("^/([a-z]{2}/){0,2}films/(?<film>[a-z0-9-]+)(/|$)", Options, Patience)]
    private static partial Regex Mubi();
}
