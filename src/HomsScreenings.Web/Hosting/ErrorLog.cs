using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// Writes what broke into the log under the reference that the error page shows. A database that is away is left out:
/// the version watcher tells of it once a minute, and not with every request.
/// </summary>
sealed partial class ErrorLog(ILogger<ErrorLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!DatabaseFailure.IsTransient(exception))
            Log.Broke(log, exception, httpContext.TraceIdentifier, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        return ValueTask.FromResult(false); // the error page is shown as for everything else
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Something broke (reference {Reference}) in {Method} {Endpoint}")]
        public static partial void Broke(ILogger log, Exception problem, string reference, string method, string? endpoint);
    }
}
