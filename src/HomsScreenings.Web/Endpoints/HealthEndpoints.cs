using HomsScreenings.Storage;
using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Endpoints;

/// <summary>For those who run the site: is the program alive, and can it work?</summary>
static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", async ([FromServices] ScreeningsDb db, CancellationToken cancellationToken) =>
        {
            try
            {
                await db.Versions.AnyAsync(cancellationToken);
                return Results.Text("ready");
            }
            catch (Exception problem) when (DatabaseFailure.Is(problem))
            {
                return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
