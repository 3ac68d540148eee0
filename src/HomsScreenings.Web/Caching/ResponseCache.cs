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
/// Keeps whole public answers under the versions of their areas that were current before they were asked for. A save
/// raises the version of its area, and with it every answer that shows something of that area is out of date at once:
/// there is nothing to invalidate and nothing to forget. What the clock alone changes is covered by an expiry, see
/// <see cref="ProgrammeClock"/>.
/// </summary>
sealed class ResponseCache(ResponseMemory memory, Versions versions, ProgrammeClock programmeClock, TimeProvider clock, SiteAddress address)
{
    readonly SemaphoreSlim[] _makers = Makers(), _makersAside = Makers();

    /// <summary>The fast path, before everything else: an answer that is known to the letter.</summary>
    public Task ServeKnown(HttpContext context, RequestDelegate next)
    {
        var answer = IsRead(context.Request) ? memory.ByTarget(Target(context)) : null;
        return answer?.IsFresh(clock.Now()) == true ? answer.SendAsync(context) : next(context);
    }

    /// <summary>Behind routing: answers of endpoints that are marked as cached are made once and kept.</summary>
    public async Task MakeAndKeep(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CachePolicy>() is not { } policy || !IsRead(context.Request))
        {
            await next(context);
            return;
        }
        // What is not understood is answered with what is wrong with it, and that is not kept.
        if (policy.Query.Read(context.Request) is not { } query)
        {
            await next(context);
            return;
        }
        var key = KeyOf(context, query);
        var makers = policy.IsMadeAside ? _makersAside : _makers;
        var maker = makers[(uint)key.GetHashCode(StringComparison.Ordinal) % (uint)makers.Length];
        await maker.WaitAsync(context.RequestAborted);
        CachedResponse? answer;
        try
        {
            var known = memory.ByKey(key);
            answer = known is not null && known.IsFresh(clock.Now()) ? known : await MakeAsync(context, next, policy, key, query, known);
        }
        finally { maker.Release(); }
        if (answer is null) return;
        // An address with what only tells where a reader came from is asked for once and never again.
        if (context.Request.Query.Keys.All(policy.Query.Knows)) memory.Remember(Target(context), key);
        await answer.SendAsync(context);
    }

    // What is asked for twice at once is made once.
    static SemaphoreSlim[] Makers() => [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Only the configured address makes answers independent of the host that was asked.
    string Target(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return address.IsFixed ? target : address.Base(context.Request) + target;
    }

    string KeyOf(HttpContext context, string query)
    {
        var path = Language.Current.Path(context.Request.Path.Value!);
        return $"{(address.IsFixed ? "" : address.Base(context.Request))}{path}?{query}";
    }

    async Task<CachedResponse?> MakeAsync(
        HttpContext context, RequestDelegate next, CachePolicy policy, string key, string query, CachedResponse? former)
    {
        // Read before the query: a slow reader can only fill the old key.
        var (seen, now) = (policy.Areas.Select(area => versions.Of(area).See()).ToArray(), clock.Now());
        var expires = await programmeClock.NextChangeAsync(now, context.RequestAborted);
        var body = await RunAsync(context, next, query);

        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            if (body.Length > 0 && !HttpMethods.IsHead(context.Request.Method))
                await response.BodyWriter.WriteAsync(body, context.RequestAborted);
            return null;
        }
        seen = [.. seen, .. context.RequestServices.GetRequiredService<AnswerAreas>().Seen];
        var answer = new CachedResponse(seen, now, expires, body, response.ContentType ?? "text/html; charset=utf-8", policy.CacheControl,
            LastModified(former, body, now), response.Headers.Where(IsKept));
        memory.Keep(key, answer);
        return answer;
    }

    // The endpoint is asked for what stands in the key and sees nothing else: not in what order it came, not that it was HEAD.
    static async Task<byte[]> RunAsync(HttpContext context, RequestDelegate next, string query)
    {
        var request = context.Request;
        var (method, typed) = (request.Method, request.QueryString);
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var writer = new BodyWriter();
        context.Features.Set<IHttpResponseBodyFeature>(writer);
        (request.Method, request.QueryString) = (HttpMethods.Get, query.Length > 0 ? new QueryString("?" + query) : QueryString.Empty);
        try
        {
            await next(context);
            return writer.ToBody();
        }
        finally
        {
            context.Features.Set(original);
            (request.Method, request.QueryString) = (method, typed);
        }
    }

    // The same bytes keep their date; other bytes get a later one, even within the same second.
    static DateTimeOffset LastModified(CachedResponse? former, byte[] body, Instant now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        if (former is null) return second;
        if (former.HasBody(body)) return former.LastModified;
        return second > former.LastModified ? second : former.LastModified.AddSeconds(1);
    }

    static bool IsKept(KeyValuePair<string, StringValues> header) =>
        header.Key is not ("Content-Type" or "Content-Length" or "Content-Encoding" or "Cache-Control" or "ETag" or "Last-Modified"
            or "Vary" or "Date");
}
