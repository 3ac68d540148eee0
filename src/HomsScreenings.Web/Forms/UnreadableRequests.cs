using System.Text;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Forms;

/// <summary>Refuses a form that cannot be read, before anybody tries to make sense of its fields.</summary>
static class UnreadableForms
{
    public static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.HasFormContentType || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
            || await RefusalOfAsync(context.Request, context.RequestAborted) is not { } refusal) await next(context);
        else
        {
            if (refusal == StatusCodes.Status400BadRequest)
                context.Explain(T("The form arrived damaged. Go back, load the page again, and send it once more."));
            if (refusal == StatusCodes.Status413PayloadTooLarge) context.Explain(T("What you sent is too large."));
            context.Response.StatusCode = refusal;
        }
    });

    // The server knows what was too large (413) or came too slowly (408).
    static async Task<int?> RefusalOfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try { return await request.ReadFormOrNullAsync(cancellationToken) is null ? StatusCodes.Status400BadRequest : null; }
        catch (BadHttpRequestException problem) { return problem.StatusCode; }
    }

    /// <summary>The form that a request brings; null where it cannot be read.</summary>
    public static async Task<IFormCollection?> ReadFormOrNullAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        try { return await request.ReadFormAsync(cancellationToken); }
        // The last is said of an encoding that the framework does not read any more, such as UTF-7.
        catch (Exception problem)
            when (problem is InvalidDataException or (IOException and not BadHttpRequestException) or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>The same for what is no form: text in another encoding than it is said to be in, and what the server does not read.</summary>
sealed class UnreadableText : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is DecoderFallbackException) context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        if (context.Exception is BadHttpRequestException problem) context.Result = new StatusCodeResult(problem.StatusCode);
    }
}
