using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// Says in the log which account was refused which page of the desk: what an organiser may not see does not exist for
/// them (404), so a number of such lines is somebody who looks for what belongs to others.
/// </summary>
static partial class RefusalLog
{
    public static void UseRefusalLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusalLog).FullName!);
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode is not (StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)) return;
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return; // the page that says so
            if (context.GetEndpoint() is { } page && page.Metadata.GetMetadata<PageActionDescriptor>() is not null
                && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
                Log.Refused(log, account, page.DisplayName);
        });
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Account {Account} was refused {Endpoint}")]
        public static partial void Refused(ILogger log, string account, string? endpoint);
    }
}
