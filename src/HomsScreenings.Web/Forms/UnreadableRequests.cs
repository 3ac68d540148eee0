using System.Text;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Forms;

/// <summary>Answers 400 to a form that cannot be read, before anybody tries to make sense of its fields.</summary>
static class UnreadableForms
{
    public static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.HasFormContentType || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
            || await context.Request.ReadFormOrNullAsync(context.RequestAborted) is not null) await next(context);
        else
        {
            context.Explain(T("The form arrived damaged. Go back, load the page again, and send it once more."));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });

    /// <summary>The form that a request brings; null where it cannot be read.</summary>
    public static async Task<IFormCollection?> ReadFormOrNullAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        try { return await request.ReadFormAsync(cancellationToken); }
        catch (Exception problem) when (problem is InvalidDataException or IOException) { return null; }
    }
}

/// <summary>The same for what is no text in the encoding that it is said to be in.</summary>
sealed class UnreadableText : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is DecoderFallbackException) context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }
}
