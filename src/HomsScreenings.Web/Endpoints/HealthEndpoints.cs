using HomsScreenings.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace HomsScreenings.Web.Endpoints;

/// <summary>For those who run the site: is the program alive, and can it work?</summary>
static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", async ([FromServices] DatabaseHealth database) => await database.ProblemAsync() is { } problem
            ? Results.Text(problem, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready"));
    }
}
