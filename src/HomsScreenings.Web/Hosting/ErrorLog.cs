using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// Writes what broke into the log, with the page and under the reference that the error page shows. A database that does
/// no work is told of once a minute, and not with every request.
/// </summary>
sealed partial class ErrorLog(TimeProvider clock, ILogger<ErrorLog> log) : IExceptionHandler
{
    readonly LogThrottle _says = new(clock);

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The handler has taken the endpoint off the request by now, and has kept it here.
        var page = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "no page";
        if (!DatabaseFailure.IsTransient(exception))
            Log.Broke(log, exception, httpContext.TraceIdentifier, httpContext.Request.Method, page);
        else if (_says.ShouldLog()) Log.Unavailable(log, httpContext.Request.Method, page, DatabaseFailure.Describe(exception));
        return ValueTask.FromResult(false); // the error page is shown as for everything else
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Something broke (reference {Reference}) in {Method} {Endpoint}")]
        public static partial void Broke(ILogger log, Exception problem, string reference, string method, string endpoint);

        [LoggerMessage(LogLevel.Warning, "The database could not do its work in {Method} {Endpoint}: {Message}")]
        public static partial void Unavailable(ILogger log, string method, string endpoint, string message);
    }
}
