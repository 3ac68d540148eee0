using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Accounts;

/// <summary>Says in words why a form was refused whose antiforgery token was missing, or was somebody else's.</summary>
sealed class StaleFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.HttpContext.Explain(
                "This form could not be told to be yours: it had been open since before you signed in or out, or your browser did not send its cookie. "
                + "Go back, load the page again, and send it once more.");
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
