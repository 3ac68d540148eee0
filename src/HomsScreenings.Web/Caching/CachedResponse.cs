using System.IO.Compression;
using System.Security.Cryptography;
using HomsScreenings.Storage;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace HomsScreenings.Web.Caching;

/// <summary>One representation of an answer: its bytes in one coding, and the strong tag of exactly these bytes.</summary>
sealed record Representation(byte[] Body, StringValues ETag, StringValues Encoding);

/// <summary>
/// A whole answer, ready to be sent: headers, bytes, compressed forms made when first asked for. It never changes.
/// </summary>
public sealed class CachedResponse
{
    readonly SeenVersion[] _seen;
    readonly Instant _madeAt, _expiresAt;
    readonly KeyValuePair<string, StringValues>[] _headers;
    readonly StringValues _contentType, _cacheControl, _lastModified;
    readonly string _hash;
    readonly Representation _identity;
    readonly Lazy<Representation> _gzip, _brotli;
    int _size;

    /// <param name="seen">The versions under which it was asked for.</param>
    /// <param name="madeAt">By whose clock it says what is to come.</param>
    public CachedResponse(SeenVersion[] seen, Instant madeAt, Instant expiresAt, byte[] body, string contentType, string cacheControl,
        DateTimeOffset lastModified, IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        (_seen, _madeAt, _expiresAt, LastModified, _hash) = (seen, madeAt, expiresAt, lastModified, HashOf(body));
        (_contentType, _cacheControl, _lastModified) = (contentType, cacheControl, HeaderUtilities.FormatDate(lastModified));
        _headers = [.. headers];
        _identity = new Representation(body, $"\"{_hash}\"", StringValues.Empty);
        _gzip = new(() => Compressed("gzip", s => new GZipStream(s, CompressionLevel.Optimal)));
        _brotli = new(() => Compressed("br", s => new BrotliStream(s, CompressionLevel.Optimal)));
        _size = body.Length;
    }

    /// <summary>
    /// Whether nothing that it shows was saved since, and the clock alone has not changed it either, nor been set back: what
    /// was over by the wrong clock may still be to come.
    /// </summary>
    public bool IsFresh(Instant now)
    {
        foreach (var version in _seen)
            if (!version.IsCurrent) return false;
        return _madeAt <= now && now < _expiresAt;
    }

    public DateTimeOffset LastModified { get; }
    /// <summary>The bytes of its body in all the codings that have been made so far.</summary>
    public int Size => Volatile.Read(ref _size);
    /// <summary>Called when one more coding has been made.</summary>
    internal Action? Grew { private get; set; }

    public bool HasBody(ReadOnlySpan<byte> body) => _identity.Body.AsSpan().SequenceEqual(body);

    // Half of a SHA-256 tells as many bodies apart as there will ever be.
    static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16));

    public Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var representation = Choose(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        foreach (var (name, value) in _headers) headers[name] = value;
        headers.ETag = representation.ETag;
        headers.CacheControl = _cacheControl;
        headers.LastModified = _lastModified;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (IsUnchanged(request.Headers, representation))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentType = _contentType;
        if (representation.Encoding.Count > 0) headers.ContentEncoding = representation.Encoding;
        headers.ContentLength = representation.Body.Length;
        if (HttpMethods.IsHead(request.Method)) return Task.CompletedTask;
        var sent = response.BodyWriter.WriteAsync(representation.Body, context.RequestAborted);
        return sent.IsCompletedSuccessfully ? Task.CompletedTask : sent.AsTask();
    }

    // If-None-Match decides where it is sent; If-Modified-Since only without it (RFC 9110, 13.2.2).
    bool IsUnchanged(IHeaderDictionary request, Representation representation)
    {
        var tags = request.IfNoneMatch;
        if (tags.Count > 0) return Matches(tags, representation.ETag.ToString());
        var since = request.IfModifiedSince;
        if (since.Count != 1) return false;
        return since == _lastModified || (HeaderUtilities.TryParseDate(since.ToString(), out var date) && date >= LastModified);
    }

    static bool Matches(StringValues tags, string etag)
    {
        if (tags.Count == 1 && tags[0] == etag) return true;
        return EntityTagHeaderValue.TryParseList([.. tags.OfType<string>()], out var list)
            && list.Any(t => t.Tag == "*" || t.Tag == etag); // weak comparison, as If-None-Match asks for
    }

    Representation Choose(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0 || _identity.Body.Length < 256 || IsPacked) return _identity;
        return ContentCoding.BestOf(acceptEncoding.ToString()) switch
        {
            "br" => _brotli.Value,
            "gzip" => _gzip.Value,
            _ => _identity,
        };
    }

    // A picture does not get smaller by being packed once more.
    bool IsPacked => _contentType.ToString().StartsWith("image/", StringComparison.Ordinal);

    Representation Compressed(string coding, Func<Stream, Stream> compressor)
    {
        var writer = new BodyWriter();
        using (var stream = compressor(writer.Stream)) stream.Write(_identity.Body);
        var body = writer.ToBody();
        Interlocked.Add(ref _size, body.Length);
        Grew?.Invoke();
        return new Representation(body, $"\"{_hash}-{coding}\"", coding);
    }
}
