using System.Globalization;
using System.Security.Claims;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HomsScreenings.Web.Desk;

/// <summary>Who sits at the desk in this request; filled before any page of the desk runs.</summary>
public sealed class CurrentOrganiser
{
    Organiser? _organiser;

    public Organiser Value
    {
        get => _organiser ?? throw new InvalidOperationException("There is no organiser outside the desk.");
        set => _organiser = value;
    }
}

/// <summary>Finds out who sits at the desk, afresh for each request: a right that was taken away is gone at once.</summary>
sealed class OrganiserFilter(ScreeningsDb db, CurrentOrganiser current) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var user = context.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var organiser = int.TryParse(user, CultureInfo.InvariantCulture, out var id)
            ? await db.OrganiserAsync(id, context.HttpContext.RequestAborted) : null;
        if (organiser is null)
        {
            context.Result = new ChallengeResult();
            return;
        }
        current.Value = organiser;
        db.ActorId = organiser.UserId;
        await next();
    }
}
