using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

public sealed partial class PrivateAnswersTests
{
    [Fact]
    public async Task Nothing_of_the_desk_of_accounts_and_of_guests_is_kept_by_anybody()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        await app.Programme.AddScreening();
        var (administrator, visitor) = (await app.AsAdministratorAsync(), app.AsVisitor());
        var addresses = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + Parameter().Replace(e.RoutePattern.RawText!.TrimStart('/'), "1"))
            .Where(address => address.Split('/')[1] is
                    "organise" or "account" or "bookings" or "comments" or "subscriptions" or "interests" or "setup"
                || address.EndsWith("/book", StringComparison.Ordinal) || address.EndsWith("/near-me", StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        Assert.True(addresses.Count > 60);

        var kept = new List<string>();
        foreach (var address in (string[])[.. addresses, "/ar/bookings/1", "/organise/no-such-page"])
            foreach (var person in new[] { administrator, visitor })
            {
                var answer = await person.GetAsync(address);
                Assert.NotEqual(500, answer.Status);
                if ((answer.Header("Cache-Control"), answer.Header("Cross-Origin-Resource-Policy")) != ("no-store, private", "same-origin")
                    && !(address.EndsWith("/book", StringComparison.Ordinal) && answer.Status == 404))
                    kept.Add($"{answer.Status} {address}: {answer.Header("Cache-Control")}");
            }
        Assert.Empty(kept);
        Assert.StartsWith("public", (await visitor.GetAsync("/screenings")).Header("Cache-Control"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
