using Microsoft.AspNetCore.Diagnostics;

namespace HomsScreenings.Web.Storage;

/// <summary>Whether the file that the program has open is still the one that lies in its place.</summary>
public sealed class DatabaseFile
{
    volatile bool _isGone;

    /// <summary>What is saved now would be lost when the program ends.</summary>
    public bool IsGone
    {
        get => _isGone;
        set => _isGone = value;
    }
}

static class DatabaseFileGuard
{
    /// <summary>Refuses what would be saved into a file that is gone (503); what is known is shown on.</summary>
    public static void UseDatabaseFileGuard(this WebApplication app)
    {
        var file = app.Services.GetRequiredService<DatabaseFile>();
        app.Use((context, next) =>
        {
            if (!file.IsGone || IsSafe(context.Request.Method) || IsErrorPage(context)) return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
    }

    static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
