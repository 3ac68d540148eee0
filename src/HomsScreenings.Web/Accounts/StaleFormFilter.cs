using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Keeps what was typed, or says in words why a form was refused, whose antiforgery token was missing, or was somebody else's.
/// </summary>
sealed class StaleFormFilter(KeptForms forms) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            if (await forms.KeepAsync(context.HttpContext) is { } kept) context.Result = new RedirectResult(KeptForms.AddressOf(kept));
            else context.HttpContext.Explain(
                "This form could not be told to be yours: it had been open since before you signed in or out, or your browser did not send its cookie. "
                + "Go back, load the page again, and send it once more.");
        }
        await next();
    }
}
