using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Guests;

/// <summary>
/// Before any page below a guest's link runs: finds the booking, or says that there is none.
/// </summary>
sealed class GuestFilter(CurrentGuest current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.RouteData.Values["token"] is string token && await current.FindAsync(token, http.RequestAborted) is null)
        {
            http.Explain(GuestWords.NoSuchBooking);
            context.Result = new NotFoundResult();
            return;
        }
        await next();
    }
}
