namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>Requests for all routes that there are, mutated in method, path, query, headers, cookies, forms and JSON.</summary>
sealed class FuzzRequests(FuzzWorld world, Mutation mutation)
{
    static readonly string[] Methods =
        ["GET", "GET", "GET", "HEAD", "POST", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "QUERY", "X-Y"];

    // Who has nothing to lose finds few pages.
    static readonly int[] People = [FuzzWorld.Visitor, FuzzWorld.Visitor, FuzzWorld.Guest, FuzzWorld.Guest, FuzzWorld.Stranger,
        FuzzWorld.Organiser, FuzzWorld.Organiser, FuzzWorld.Organiser, FuzzWorld.Organiser, FuzzWorld.Administrator,
        FuzzWorld.Administrator];

    static readonly string[] Queries =
    [
        "q", "near", "within", "from", "to", "city", "country", "film", "series", "venue", "organisation", "language", "subtitles", "free",
        "page", "per", "cursor", "sort", "past", "view", "month", "token", "returnUrl", "account", "asked", "url", "format", "maxwidth",
        "maxheight", "handler", "utm_source", "fbclid", "people", "id", "v", "access", "limit", "lang", "year",
    ];

    static readonly string[] Headers =
    [
        "Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "If-Match", "If-Range", "Range", "Cookie",
        "Origin", "Referer", "User-Agent", "Sec-Fetch-Site", "X-Requested-With", "RequestVerificationToken", "X-Forwarded-For",
        "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "Host", "X-HTTP-Method-Override", "X-Original-URL", "Authorization", "Via",
        "Cache-Control", "Upgrade-Insecure-Requests", "traceparent", "baggage", "X-Fuzz",
    ];

    static readonly string[] HeaderValues =
    [
        "text/html", "application/json", "ar,en;q=0.5", "gzip, br", "br;q=0, *;q=0.1", "identity;q=0", "W/\"x\"", "*", "\"a\", \"b\"",
        "Mon, 01 Jun 2026 12:00:00 GMT", "bytes=0-10", "bytes=5-,-5", "a=b", "https", "http, https", "10.1.2.3", "2001:db8::1, 10.0.0.1",
        "elsewhere.test", "null", "cross-site", "DELETE", "/organise", "Bearer x", "no-cache",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    ];

    readonly FuzzBodies _bodies = new(world, mutation);

    public FuzzRequest Next()
    {
        var route = mutation.Of(world.Routes);
        while (IsSeldom(route) && !mutation.OneIn(30)) route = mutation.Of(world.Routes);
        var form = route.Forms.Count > 0 ? mutation.Of(route.Forms) : null;
        var method = mutation.OneIn(10) ? mutation.Of(Methods) : (form is not null || route.IsJson) && !mutation.OneIn(3) ? "POST" : "GET";
        var who = mutation.Of(People);
        var (body, type) = method is "GET" or "HEAD" or "TRACE" ? (null, null) : _bodies.Of(route, form, who);
        var query = method == "POST" && form is { Query.Length: > 0 } ? form.Query : route.Query;
        if (mutation.OneIn(6)) query = mutation.OneIn(2) ? "" : mutation.Percents(query);
        return new(route.Pattern, method, PathOf(route) + QueryOf(query), [.. HeadersOf(who)], body, type, who);
    }

    // Who signs out is somebody else from then on; and a picture takes as long to draw as a hundred pages to write.
    static bool IsSeldom(FuzzRoute route) =>
        route.Pattern == "/account/sign-out" || route.Pattern.EndsWith(".png", StringComparison.Ordinal);

    string PathOf(FuzzRoute route)
    {
        var isDamaged = mutation.OneIn(3);
        var path = string.Concat(route.Parts.Select(part => part.Values.Count == 0 ? part.Text
            : isDamaged && mutation.OneIn(2) ? mutation.Escaped(mutation.Value(mutation.Of(part.Values)))
            : mutation.OneIn(2) ? part.Values[0] : mutation.Of(part.Values)));
        // The desk speaks one language.
        if (mutation.OneIn(route.Pattern.StartsWith("/organise", StringComparison.Ordinal) ? 30 : 4)) path = $"/ar{path}";
        else if (mutation.OneIn(20)) path = $"/{mutation.Of(["AR", "de", "en", "ar-SY", "zz", "%61r", "ar/ar"])}{path}";
        if (mutation.OneIn(20)) path += mutation.Of(["/", "//", "/.", "/..", ".ics", "%2F", "/%0A", ";a=b", "%00", "/x.css", "\\", "%5C"]);
        return !mutation.OneIn(40) ? path
            : $"/{path[1..].Replace("/", mutation.Of(["//", "/./", "/x/../", "%2f", "\\"]), StringComparison.Ordinal)}";
    }

    string QueryOf(string begun)
    {
        var pairs = Enumerable.Range(0, mutation.OneIn(2) ? 0 : mutation.OneIn(400) ? 1200 : mutation.Below(5)).Select(_ =>
        {
            var (name, good) = world.Asked.Count > 0 && mutation.OneIn(2) ? mutation.Of(world.Asked) : (mutation.Of(Queries), "homs");
            if (mutation.OneIn(20)) name = mutation.Value(name);
            return mutation.OneIn(20) ? mutation.Escaped(name)
                : $"{mutation.Escaped(name)}={mutation.Escaped(mutation.OneIn(2) ? good : mutation.Value(good))}";
        }).ToList();
        var query = string.Join(mutation.OneIn(10) ? ";" : "&", pairs);
        if (query.Length > 33_000) query = query[..33_000];
        return begun.Length > 0 ? query.Length > 0 ? $"{begun}&{query}" : begun : query.Length > 0 ? $"?{query}" : "";
    }

    IEnumerable<(string, string)> HeadersOf(int who)
    {
        if (!mutation.OneIn(4)) yield break;
        for (var i = mutation.Below(4); i >= 0; i--)
        {
            var name = mutation.Of(Headers);
            // A session's own cookie, damaged, comes further than any other.
            var own = string.Join("; ", world[who].Cookies.Select(c => $"{c.Key}={c.Value}"));
            var value = name == "X-Forwarded-For" && !mutation.OneIn(3) ? $"10.{mutation.Below(256)}.{mutation.Below(256)}.7"
                : mutation.OneIn(3) ? mutation.Of(HeaderValues) : mutation.Value(name == "Cookie" ? own : mutation.Of(HeaderValues));
            yield return (name, string.Concat(value.Where(c => c is >= ' ' and < '\u007f')));
        }
    }
}
