using System.Text;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>One request as it is sent, and as it is told of afterwards.</summary>
/// <param name="Who">Which of the people sends it.</param>
sealed record FuzzRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body,
    string? ContentType, int Who)
{
    public override string ToString() =>
        $"{Method} {Target} by {Who}{string.Concat(Headers.Select(h => $" {h.Name}: {h.Value}"))}"
        + (Body is null ? "" : $" {ContentType} {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 600)))}");
}

/// <summary>Requests for all routes that there are, mutated in path, query, headers, forms and JSON.</summary>
sealed class FuzzRequests(FuzzWorld world, Mutation mutation)
{
    static readonly string[] Methods = ["GET", "GET", "GET", "HEAD", "POST", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"];

    static readonly string[] Queries =
    [
        "q", "near", "within", "from", "to", "city", "country", "film", "series", "venue", "organisation", "language", "subtitles", "free",
        "page", "per", "cursor", "sort", "past", "view", "month", "token", "returnUrl", "account", "asked", "url", "format", "maxwidth",
        "maxheight", "handler", "utm_source", "fbclid", "people", "id", "v",
    ];

    static readonly string[] Headers =
    [
        "Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "Cookie", "Origin", "Referer",
        "User-Agent", "Sec-Fetch-Site", "X-Requested-With", "Content-Language",
            "RequestVerificationToken",
    ];

    static readonly string[] ContentTypes =
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16", "application/json",
            "application/json; charset=utf-16",
        "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "application/xml", "x", "",
    ];

    public FuzzRequest Next()
    {
        var route = mutation.Of(world.Routes);
        var method = mutation.OneIn(3) ? mutation.Of(Methods) : route.IsForm && mutation.OneIn(2) ? "POST" : "GET";
        var who = mutation.Below(world.People);
        var hasBody = method is not ("GET" or "HEAD");
        var (body, type) = hasBody ? Body(route, who) : (null, null);
        return new(method, Path(route) + Query(route), [.. HeadersOf()], body, type, who);
    }

    string Path(FuzzRoute route)
    {
        var path = string.Concat(route.Parts.Select(part => part.IsParameter
            ? mutation.OneIn(2) ? mutation.Escaped(mutation.Value(part.Text)) : part.Text
            : part.Text));
        if (mutation.OneIn(8)) path = $"/{mutation.Of(new[] { "ar", "AR", "de", "en", "ar-SY", "zz", "%61r" })}{path}";
        if (mutation.OneIn(16)) path += mutation.Of(new[] { "/", "//", "/.", "/..", ".ics", "%2F", "/%0A", ";a=b", "%00" });
        return path;
    }

    string Query(FuzzRoute route)
    {
        var pairs = Enumerable.Range(0, mutation.OneIn(2) ? 0 : mutation.Below(4)).Select(_ =>
        {
            var name = mutation.OneIn(12) ? mutation.Value("") : mutation.Of(Queries);
            return mutation.OneIn(10) ? mutation.Escaped(name)
                : $"{mutation.Escaped(name)}={mutation.Escaped(mutation.Value(route.Sample))}";
        }).ToList();
        return pairs.Count == 0 ? "" : $"?{string.Join(mutation.OneIn(10) ? ";" : "&", pairs)}";
    }

    IEnumerable<(string, string)> HeadersOf()
    {
        if (!mutation.OneIn(4)) yield break;
        for (var i = mutation.Below(3); i >= 0; i--)
        {
            var value = mutation.Value(mutation.Of(new[] { "text/html", "ar,en;q=0.5", "gzip, br", "W/\"x\"",
                "Mon, 01 Jun 2026 12:00:00 GMT", "bytes=0-10", "a=b" }));
            yield return (mutation.Of(Headers), string.Concat(value.Where(c => c is >= ' ' and < '\u007f')));
        }
    }

    (byte[] Body, string Type) Body(FuzzRoute route, int who)
    {
        if (mutation.OneIn(8)) return (Encoding.UTF8.GetBytes(mutation.Value("{\"device\":\"a\",\"registers\":[]}")),
            mutation.Of(ContentTypes));
        if (route.IsJson) return (Json(), mutation.OneIn(6) ? mutation.Of(ContentTypes) : "application/json");
        var fields = route.Fields.Where(_ => !mutation.OneIn(12)).Select(f => (
            Name: mutation.OneIn(40) ? mutation.Value(f.Name) : f.Name,
            Value: mutation.OneIn(4) ? mutation.Value(f.Value) : f.Value)).Append(("__RequestVerificationToken", world.FormTokenOf(who)));
        var form = string.Join('&', fields.Select(f =>
            $"{Uri.EscapeDataString(Sendable(f.Item1))}={Uri.EscapeDataString(Sendable(f.Item2))}"));
        if (mutation.OneIn(10)) form += $"&{mutation.Escaped(mutation.Value("Input.Title"))}={mutation.Escaped(mutation.Value(""))}";
        return (Encoding.ASCII.GetBytes(form), mutation.OneIn(20) ? mutation.Of(ContentTypes) : "application/x-www-form-urlencoded");
    }

    byte[] Json()
    {
        var value = mutation.Of(new[] { "1", "-1", "null", "\"x\"", "99999999999999999999", "[]", "{}", "1.5", "true", "\"\\ud800\"" });
        var text = "{\"device\":\"0123456789abcdef0123456789abcdef\",\"registers\":[{\"booking\":1,\"people\":1,\"number\":1,\"clear\":false}]}";
        text = mutation.Below(4) switch
        {
            0 => text.Replace(":1", $":{value}", StringComparison.Ordinal),
            1 => text[..mutation.Below(text.Length)],
            2 => text.Replace("\"0123456789abcdef0123456789abcdef\"", value, StringComparison.Ordinal),
            _ => text,
        };
        return mutation.OneIn(8) ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
    }

    // Half a pair has no escape.
    static string Sendable(string text) => text.Length > 20_000 ? Sendable(text[..20_000])
        : new string([.. text.Where((c, i) => !char.IsSurrogate(c) || (char.IsHighSurrogate(c) && i + 1 < text.Length
            && char.IsLowSurrogate(text[i + 1]))
            || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])))]);
}
