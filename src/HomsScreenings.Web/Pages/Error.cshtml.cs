using System.Globalization;
using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages;

/// <summary>Failure is a page too: what happened, and a way on.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Sentence { get; private set; } = "";
    public IReadOnlyList<string> Problems { get; private set; } = [];
    /// <summary>What to look for in the log; only where something broke.</summary>
    public string? Reference { get; private set; }

    /// <summary>Whether it stands in a frame of another site, where the site's own links lead nowhere.</summary>
    public bool IsInFrame { get; private set; }

    /// <summary>Whether what was looked for may be found by searching.</summary>
    public bool OffersSearch { get; private set; }

    bool HasFailed => HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
        || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    // Whatever the method was of what failed. Not bound: where a form itself cannot be read (a NUL in it), nothing of the request can be.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Show(int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) ? status : 0);

    void Show(int status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: var problem } && DatabaseFailure.IsTransient(problem))
            status = 503;
        // Whoever shares out requests would take a program for broken whose page of a failure somebody asks for.
        if (status >= 500 && !HasFailed) status = 404;
        (Heading, Sentence) = status switch
        {
            400 => (T("We could not read that link"), T("The request could not be understood.")),
            403 => (T("Not allowed"), T("Your account may not do that.")),
            404 => (T("Page not found"), T("The address may be mistyped, or it never was one of ours.")),
            405 => (T("That cannot be done here"), T("This address does not take what was sent to it.")),
            410 => (T("This is gone"), T("It was here once, and has been removed for good.")),
            429 => (T("Too many tries"), T("Please wait a few minutes, then try again.")),
            503 when HttpMethods.IsPost(HttpContext.Request.Method) =>
                (T("Back in a moment"),
                    T("The database does not take anything just now, so what you sent is most likely not saved. Go back, and send it again in a minute: sent twice, it counts once.")),
            503 =>
                (T("Back in a moment"),
                    T("The programme cannot be read just now. Nothing that was confirmed to you is lost. Please try again in a minute.")),
            >= 500 =>
                (T("Something broke"), T("It is not your fault. Nothing that was confirmed to you is lost. Please try again in a moment.")),
            _ => (T("That did not work"), T("The request was not carried out.")),
        };
        Problems = HttpContext.Problems();
        IsInFrame = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            .StartsWith("/embed/", StringComparison.Ordinal) == true;
        OffersSearch = !IsInFrame && (status is 400 or 404 or 410);
        Reference = status >= 500 && status != 503 ? HttpContext.TraceIdentifier : null;
        if (status == 503) Response.Headers.RetryAfter = "60";
        Response.StatusCode = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
    }
}
