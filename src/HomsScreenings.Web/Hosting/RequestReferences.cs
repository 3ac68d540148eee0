using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// By what a request is found again in the log: the number that a web server in front has given it (X-Request-Id), or the
/// program's own. It stands on error pages and in each line that the request brings about.
/// </summary>
static class RequestReferences
{
    const string Header = "X-Request-Id";
    const int MinLength = 8, MaxLength = 64;

    /// <summary>Before the headers of web servers in front are applied, for it asks who sends them.</summary>
    public static void UseRequestReferences(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        app.Use((context, next) =>
        {
            if (context.Request.Headers[Header] is [{ } reference] && IsOne(reference) && IsOf(proxies, context.Connection.RemoteIpAddress))
                context.TraceIdentifier = reference;
            return next(context);
        });
    }

    static bool IsOne(string reference) =>
        reference.Length is >= MinLength and <= MaxLength && reference.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    static bool IsOf(ForwardedHeadersOptions proxies, IPAddress? sender)
    {
        if (sender is { IsIPv4MappedToIPv6: true }) sender = sender.MapToIPv4();
        return sender is not null && (proxies.KnownProxies.Contains(sender) || proxies.KnownIPNetworks.Any(n => n.Contains(sender)));
    }

    /// <summary>What was said, with the reference of the request that it was said in.</summary>
    public static string Refer(string said, HttpContext? request) =>
        request is null || said.Contains(request.TraceIdentifier, StringComparison.Ordinal) ? said
        : $"{said} (request {request.TraceIdentifier})";
}
