using System.Collections.Concurrent;
using System.Text;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace HomsScreenings.Web.Caching;

/// <summary>
/// Keeps whole public answers under the programme stamp that was current before they were asked for. A save raises the
/// stamp, and with it every answer is out of date at once: there is nothing to invalidate and nothing to forget. What
/// the clock alone changes is covered by an expiry, see <see cref="ProgrammeClock"/>.
/// </summary>
sealed class ProgrammeCache(ProgrammeVersion stamp, ProgrammeClock programmeClock, TimeProvider clock, SiteAddress address)
{
    const int MaxTargets = 20_000;
    const long MaxBytes = 48 * 1024 * 1024;

    // By what was asked for to the letter, and by what it comes down to: known filters in their order, others left out.
    readonly ConcurrentDictionary<string, CachedResponse> _byTarget = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, CachedResponse> _byKey = new(StringComparer.Ordinal);
    readonly SemaphoreSlim[] _makers = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];
    (long Stamp, Instant ExpiresAt) _generation;
    long _bytes;

    /// <summary>The fast path, before everything else: an answer that is known to the letter.</summary>
    public Task ServeKnown(HttpContext context, RequestDelegate next)
    {
        if (IsRead(context.Request) && _byTarget.TryGetValue(Target(context), out var answer) && IsFresh(answer)) return answer.SendAsync(context);
        return next(context);
    }

    /// <summary>Behind routing: answers of endpoints that are marked as cached are made once and kept.</summary>
    public async Task MakeAndKeep(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CachedWithProgramme>() is not { } cached || !IsRead(context.Request))
        {
            await next(context);
            return;
        }
        var key = KeyOf(context, cached);
        var maker = _makers[(uint)key.GetHashCode(StringComparison.Ordinal) % (uint)_makers.Length];
        await maker.WaitAsync(context.RequestAborted);
        CachedResponse? answer;
        try
        {
            answer = _byKey.TryGetValue(key, out var known) && IsFresh(known) ? known : await MakeAsync(context, next, cached, key, known);
        }
        finally { maker.Release(); }
        if (answer is null) return;
        Remember(Target(context), answer);
        await answer.SendAsync(context);
    }

    static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    bool IsFresh(CachedResponse answer) => answer.Version == stamp.Current && answer.ExpiresAt > clock.Now();

    // Only the configured address makes answers independent of the host that was asked.
    string Target(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return address.IsFixed ? target : address.Base(context.Request) + target;
    }

    string KeyOf(HttpContext context, CachedWithProgramme cached)
    {
        var key = new StringBuilder(address.IsFixed ? "" : address.Base(context.Request)).Append(Language.Current.Path(context.Request.Path.Value!));
        var query = context.Request.Query;
        if (!cached.AnyQuery) return key.ToString();
        foreach (var name in query.Keys.Order(StringComparer.Ordinal))
            foreach (var value in query[name].Order(StringComparer.Ordinal))
                key.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        return key.ToString();
    }

    async Task<CachedResponse?> MakeAsync(HttpContext context, RequestDelegate next, CachedWithProgramme cached, string key, CachedResponse? former)
    {
        // Read before the query: a slow reader can only fill the old key.
        var (asked, now) = (stamp.Current, clock.Now());
        var expires = await programmeClock.NextChangeAsync(asked, now, context.RequestAborted);
        var method = context.Request.Method;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        var capture = new StreamResponseBodyFeature(buffer, original);
        context.Features.Set<IHttpResponseBodyFeature>(capture);
        context.Request.Method = HttpMethods.Get; // what HEAD would have had
        try
        {
            await next(context);
            await capture.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
            context.Request.Method = method;
        }

        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            if (buffer.Length > 0 && !HttpMethods.IsHead(method)) await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
            return null;
        }
        var body = buffer.ToArray();
        var hash = CachedResponse.HashOf(body);
        var answer = new CachedResponse(asked, expires, hash, body, response.ContentType ?? "text/html; charset=utf-8", cached.CacheControl,
            LastModified(former, hash, now), response.Headers.Where(IsKept));
        Keep(key, answer);
        return answer;
    }

    // The same bytes keep their date; other bytes get a later one, even within the same second.
    static DateTimeOffset LastModified(CachedResponse? former, string hash, Instant now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        if (former is null) return second;
        if (former.HasBody(hash)) return former.LastModified;
        return second > former.LastModified ? second : former.LastModified.AddSeconds(1);
    }

    static bool IsKept(KeyValuePair<string, StringValues> header) =>
        header.Key is not ("Content-Type" or "Content-Length" or "Cache-Control" or "ETag" or "Last-Modified" or "Vary" or "Date" or "Content-Encoding");

    void Keep(string key, CachedResponse answer)
    {
        if (_byKey.TryGetValue(key, out var former)) Interlocked.Add(ref _bytes, -former.Size);
        if (Interlocked.Add(ref _bytes, answer.Size) > MaxBytes)
        {
            _byKey.Clear();
            _byTarget.Clear();
            Interlocked.Exchange(ref _bytes, answer.Size);
        }
        _byKey[key] = answer;
    }

    // Targets that nobody asks for again would hold on to answers of former generations, so each generation begins anew.
    void Remember(string target, CachedResponse answer)
    {
        if (target.Length > 2_000) return;
        if (_byTarget.Count >= MaxTargets || _generation != (answer.Version, answer.ExpiresAt)) _byTarget.Clear();
        _generation = (answer.Version, answer.ExpiresAt);
        _byTarget[target] = answer;
    }
}
