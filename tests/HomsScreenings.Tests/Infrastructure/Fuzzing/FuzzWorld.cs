using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>All routes that the program has, with what can be sent to them, and those who send it.</summary>
sealed partial class FuzzWorld
{
    /// <summary>Whose place among the people is whose.</summary>
    public const int Visitor = 0, Guest = 1, Stranger = 2, Organiser = 3, Administrator = 4;

    readonly List<(Client Client, string Token)> _people = [];

    public IReadOnlyList<FuzzRoute> Routes { get; private set; } = [];
    /// <summary>Names and values that stand in links and in forms that ask.</summary>
    public IReadOnlyList<(string Name, string Value)> Asked { get; private set; } = [];
    public int People => _people.Count;
    public string FormTokenOf(int who) => _people[who].Token;
    public Client this[int who] => _people[who].Client;

    public static async Task<FuzzWorld> MakeAsync(ScreeningsApp app)
    {
        var world = new FuzzWorld();
        foreach (var client in new[] { app.AsVisitor(), app.AsVisitor(), await app.AsOrganiserAsync("Somebody Else"),
            await app.AsOrganiserAsync(FuzzProgramme.Organisation), await app.AsAdministratorAsync() })
            world._people.Add((client, await client.FormTokenAsync()));
        var values = await FuzzProgramme.MakeAsync(app, world[Organiser].UserId);
        var asked = new HashSet<(string, string)>();
        var routes = new List<FuzzRoute>();
        foreach (var pattern in PatternsOf(app)) routes.Add(await world.ReadAsync(RouteOf(pattern, values), asked));
        world.Routes = [.. routes, new("/nowhere", [new("/", []), new("", ["nowhere"])], "", [])];
        world.Asked = [.. asked.Order()];
        app.Clock.Pass(AtTheForm.AWhile); // what is filled in faster is no person's
        return world;
    }

    static IEnumerable<string> PatternsOf(ScreeningsApp app) => app.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Select(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static FuzzRoute RouteOf(string pattern, Dictionary<string, string[]> values)
    {
        var parts = new List<FuzzPart>();
        var at = 0;
        foreach (Match match in Parameter().Matches(pattern))
        {
            if (match.Index > at) parts.Add(new(pattern[at..match.Index], []));
            var (name, before) = (match.Groups["name"].Value, pattern[..match.Index].TrimEnd('/'));
            var kind = before[(before.LastIndexOf('/') + 1)..];
            parts.Add(new("", values.GetValueOrDefault($"{kind} {name}") ?? values.GetValueOrDefault(name) ?? ["1"]));
            at = match.Index + match.Length;
        }
        if (at < pattern.Length) parts.Add(new(pattern[at..], []));
        var last = pattern[(pattern.LastIndexOf('/') + 1)..];
        var query = values.GetValueOrDefault(last) is [var link] && link.StartsWith('?') ? link : "";
        return new(pattern, parts, query, []);
    }

    // With the forms of the first address that has one: not every guest has been offered a seat.
    async Task<FuzzRoute> ReadAsync(FuzzRoute route, HashSet<(string, string)> asked)
    {
        var reader = this[route.Pattern.StartsWith("/organise", StringComparison.Ordinal)
            || route.Pattern.StartsWith("/account", StringComparison.Ordinal) && route.Query.Length == 0 ? Organiser : Visitor];
        for (var at = 0; at < Math.Max(route.Choices, 1); at++)
        {
            var begun = route.BeginningWith(at);
            var page = await reader.GetAsync(begun.Address);
            if (page.Status == 404) page = await this[Administrator].GetAsync(begun.Address);
            if (page.Status != 200 || page.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
            Collect(page, asked);
            if (FuzzForms.Of(page) is { Count: > 0 } forms) return begun with { Forms = forms };
        }
        return route;
    }

    static void Collect(Answer page, HashSet<(string, string)> asked)
    {
        foreach (var link in page.Html.QuerySelectorAll("a[href*='?']"))
            foreach (var pair in link.GetAttribute("href")!.Split('?', 2)[1].Split('#')[0].Split('&'))
                if (pair.Split('=', 2) is [var name, var value]) asked.Add((name, Uri.UnescapeDataString(value)));
        foreach (var field in page.Html.QuerySelectorAll("form:not([method=post]) [name]"))
            asked.Add((field.GetAttribute("name")!, field.GetAttribute("value") ?? "Homs"));
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
