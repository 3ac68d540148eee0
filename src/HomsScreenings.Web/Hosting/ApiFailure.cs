using HomsScreenings.Web.Endpoints.Api;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace HomsScreenings.Web.Hosting;

/// <summary>Tells a program that reads the API what broke in the form in which it is told everything else.</summary>
public sealed class ApiFailure : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;
        ApiEndpoints.Open(httpContext.Response.Headers);
        await ApiProblems.Failed(httpContext, isAway: DatabaseFailure.IsTransient(exception)).ExecuteAsync(httpContext);
        return true;
    }
}
