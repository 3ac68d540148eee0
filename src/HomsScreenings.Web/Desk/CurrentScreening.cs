using HomsScreenings.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Desk;

/// <summary>Which of the organiser's screenings the address of this request names; found before any page of it runs.</summary>
public sealed class CurrentScreening(ScreeningsDb db, CurrentOrganiser desk)
{
    ScreeningEdit? _edit;

    public ScreeningEdit Value => _edit ?? throw new InvalidOperationException("There is no screening outside the pages of one.");

    /// <summary>Reads it, afresh where it has been read before; false where the organiser keeps none of that slug.</summary>
    public async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        _edit = await ScreeningEdit.FindAsync(db, desk.Value, slug, cancellationToken);
        return _edit is not null;
    }
}

/// <summary>A page that has something better to say than 404 where the organiser keeps no screening of that slug.</summary>
interface IAnswersForMissing
{
    Task<IActionResult> MissingAsync(string slug, CancellationToken cancellationToken);
}

/// <summary>
/// Finds the screening for every page below its address; a stranger is told what somebody with a mistyped address is told.
/// </summary>
sealed class CurrentScreeningFilter(CurrentScreening current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        if (context.RouteData.Values["slug"] is not string slug || await current.FindAsync(slug, cancellationToken)) await next();
        else
            context.Result = context.HandlerInstance is IAnswersForMissing page
                ? await page.MissingAsync(slug, cancellationToken) : new NotFoundResult();
    }
}
