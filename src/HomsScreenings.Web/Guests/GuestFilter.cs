using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Guests;

/// <summary>
/// Before any page below a guest's link runs: finds the booking, or says that there is none. Pages that concern a guest
/// are kept by nobody, neither caches nor search engines.
/// </summary>
sealed class GuestFilter(CurrentGuest current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.KeepToGuest();
        if (context.RouteData.Values["token"] is string token && await current.FindAsync(token, http.RequestAborted) is null)
        {
            http.Explain(GuestWords.NoSuchBooking);
            context.Result = new NotFoundResult();
            return;
        }
        await next();
    }
}

static class GuestHeaders
{
    /// <summary>This answer is for one person: nobody stores it, no search engine lists it, no other site learns its address.</summary>
    public static void KeepToGuest(this IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store, private";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
