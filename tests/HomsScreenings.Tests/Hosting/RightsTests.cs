using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>Every route, with every method, asked by everybody: who gets in stands in <see cref="Rights"/>.</summary>
public sealed class RightsTests
{
    [Fact]
    public async Task Everybody_gets_into_every_route_as_far_as_the_table_says_and_no_further()
    {
        var look = new OnlyLook();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, look.Add);
        var world = await RightsWorld.MakeAsync(app, look);
        List<string> wrong = [];
        foreach (var route in RoutesOf(app))
        {
            if (!Rights.Of.TryGetValue(route, out var said))
            {
                wrong.Add($"{route} is not in the table. It answers {await world.AskAsync(HttpMethod.Get, route)} to GET "
                    + $"and {await world.AskAsync(HttpMethod.Post, route)} to POST.");
                continue;
            }
            var now = (Get: await world.AskAsync(HttpMethod.Get, route), Post: await world.AskAsync(HttpMethod.Post, route));
            if (now != said) wrong.Add($"{route} answers {now.Get} {now.Post}, and the table says {said.Get} {said.Post}.");
            // The page of an error answers whatever broke.
            if (route == "/error/{status:int}") continue;
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
                if (await world.AskAsync(method, route, RightsWorld.Administrator) == '+')
                    wrong.Add($"{route} takes {method}.");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Rights.Of.Keys.Except(RoutesOf(app)));
        Assert.Empty(world.WritesOfTheRefused);
    }

    static readonly string[] Drafts = ["screenings", "series", "films", "people", "venues"];

    [Fact]
    public async Task What_is_not_published_is_nowhere_for_the_public_whoever_asks()
    {
        var look = new OnlyLook();
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, look.Add);
        var world = await RightsWorld.MakeAsync(app, look);
        foreach (var route in RoutesOf(app).Where(r => Drafts.Any(kind => IsPublicOfOne(r, kind))))
            Assert.Equal((route, "--------"), (route, await world.AskAsync(HttpMethod.Get, route, isDraft: true)));
    }

    // '/screenings/{slug}', '/series/{slug}.ics', '/api/v1/screenings/{slug}'
    static bool IsPublicOfOne(string route, string kind) => route.Contains($"/{kind}/{{slug}}", StringComparison.Ordinal)
        && !route.StartsWith("/organise", StringComparison.Ordinal);

    static IReadOnlyList<string> RoutesOf(ScreeningsApp app) => [.. app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Select(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
