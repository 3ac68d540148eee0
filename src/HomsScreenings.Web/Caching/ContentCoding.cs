using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace HomsScreenings.Web.Caching;

/// <summary>Which of our content codings an Accept-Encoding header likes best (RFC 9110, 12.5.3).</summary>
static class ContentCoding
{
    const int MaxRemembered = 200;
    static readonly ConcurrentDictionary<string, string> Remembered = new(StringComparer.Ordinal);

    /// <returns>'br', 'gzip' or 'identity'.</returns>
    public static string BestOf(string acceptEncoding)
    {
        if (Remembered.TryGetValue(acceptEncoding, out var best)) return best;
        best = Work(acceptEncoding);
        if (Remembered.Count < MaxRemembered) Remembered[acceptEncoding] = best;
        return best;
    }

    static string Work(string acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptEncoding], out var accepted)) return "identity";
        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        return brotli > 0 && brotli >= gzip ? "br" : gzip > 0 ? "gzip" : "identity";

        double Quality(string coding) =>
            accepted.FirstOrDefault(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality ?? 1
            : accepted.FirstOrDefault(a => a.Value == "*") is { } any ? any.Quality ?? 1 : 0;
    }
}
