using System.Text.RegularExpressions;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Bookings;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>A part of a route's address: as it stands, or a parameter with a value that is there.</summary>
sealed record FuzzPart(string Text, bool IsParameter);

/// <summary>A route with what its form has.</summary>
sealed record FuzzRoute(IReadOnlyList<FuzzPart> Parts, IReadOnlyList<(string Name, string Value)> Fields, string Sample, bool IsJson)
{
    public bool IsForm => Fields.Count > 0 || IsJson;
    public string Address => string.Concat(Parts.Select(p => p.Text));
}

/// <summary>A small programme with a guest, and those who send requests: nobody, an organiser, an administrator.</summary>
sealed partial class FuzzWorld
{
    readonly List<(Client Client, string Token)> _people = [];

    public IReadOnlyList<FuzzRoute> Routes { get; private set; } = [];
    public int People => _people.Count;
    public string FormTokenOf(int who) => _people[who].Token;
    public Client this[int who] => _people[who].Client;

    public static async Task<FuzzWorld> MakeAsync(ScreeningsApp app)
    {
        var world = new FuzzWorld();
        var values = await MakeProgrammeAsync(app);
        foreach (var client in new[] { app.AsVisitor(), await app.AsOrganiserAsync("Campaign"), await app.AsAdministratorAsync() })
            world._people.Add((client, await client.FormTokenAsync()));
        values["userId"] = $"{world[1].UserId}";
        var routes = new List<FuzzRoute>();
        // Who signs out or locks somebody out would end the run.
        foreach (var pattern in PatternsOf(app).Where(p => p is not ("/account/sign-out" or "/organise/accounts/{id:int}")))
            routes.Add(await RouteOf(pattern, values, world[2]));
        world.Routes = [.. routes, new([new("/", false), new("nowhere", true)], [], "x", false)];
        return world;
    }

    static IEnumerable<string> PatternsOf(ScreeningsApp app) => app.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Select(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static async Task<FuzzRoute> RouteOf(string pattern, Dictionary<string, string> values, Client reader)
    {
        var parts = new List<FuzzPart>();
        var at = 0;
        foreach (Match match in Parameter().Matches(pattern))
        {
            if (match.Index > at) parts.Add(new(pattern[at..match.Index], false));
            var (name, before) = (match.Groups["name"].Value, pattern[..match.Index].TrimEnd('/'));
            var kind = before[(before.LastIndexOf('/') + 1)..];
            parts.Add(new(values.GetValueOrDefault($"{kind} {name}") ?? values.GetValueOrDefault(name) ?? "1", true));
            at = match.Index + match.Length;
        }
        if (at < pattern.Length) parts.Add(new(pattern[at..], false));
        var route = new FuzzRoute(parts, [], values["slug"], pattern.EndsWith("/counts", StringComparison.Ordinal));
        var page = await reader.GetAsync(route.Address);
        return page.Status == 200 && page.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true
            ? route with { Fields = FieldsOf(page) } : route;
    }

    static IReadOnlyList<(string, string)> FieldsOf(Answer page) => [.. page.Html
        .QuerySelectorAll("main form[method=post] [name]").Where(e => e.GetAttribute("name") != "__RequestVerificationToken")
        .Select(e => (e.GetAttribute("name")!, e.GetAttribute("value") ?? "Return to Homs")).Take(80)];

    static async Task<Dictionary<string, string>> MakeProgrammeAsync(ScreeningsApp app)
    {
        var screening = await app.HouseAsync(seats: 500, organisation: "Campaign");
        await app.Programme.AddScreening("Ghost Town", when: "2026-07-01", at: "Bertha DocHouse", series: "The tour",
            organisation: "Campaign");
        await app.Programme.AddScreening(published: false, organisation: "Campaign");
        await app.Programme.AddPerson("Talal Derki");
        var booking = (await app.BookAsync(screening)).Booking!;
        return await app.InDbAsync(async db =>
        {
            var campaign = db.Organisations.Single(o => o.Name == "Campaign");
            foreach (var film in db.Films) film.OrganisationId = campaign.Id;
            foreach (var venue in db.Venues) venue.OrganisationId = campaign.Id;
            foreach (var series in db.Series) series.OrganisationId = campaign.Id;
            foreach (var person in db.People) person.OrganisationId = campaign.Id;
            var token = db.IssueToken(TokenPurpose.Booking, booking.Id, app.Clock.Now);
            await db.SaveChangesAsync();
            return new Dictionary<string, string>
            {
                ["slug"] = screening.Slug,
                ["films slug"] = db.Films.First().Slug,
                ["people slug"] = db.People.First().Slug,
                ["venues slug"] = db.Venues.First().Slug,
                ["series slug"] = db.Series.First().Slug,
                ["organisations slug"] = campaign.Slug,
                ["token"] = token,
                ["guests id"] = $"{booking.Id}",
                ["kind"] = "screenings",
                ["year"] = "2026",
                ["status"] = "404",
            };
        });
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
