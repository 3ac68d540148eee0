using System.Text.RegularExpressions;
using HomsScreenings.Tests.Accounts;
using HomsScreenings.Tests.House;
using HomsScreenings.Web.Caching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>What is nobody's business is planted everywhere, and looked for in everything that anybody can read.</summary>
public sealed partial class MarkerTests
{
    const int MostPages = 600;

    static readonly string[] Filters =
    [
        "", "?q=homs", "?q=return&past=yes", "?near=London", "?near=51.5,-0.13&within=50", "?from=2026-06-01&to=2026-12-31", "?city=London",
        "?country=GB", "?past=yes", "?view=month", "?view=map", "?view=films", "?view=venues",
        "?month=2026-06", "?page=2", "?organisation=campaign", "?free=yes",
            "?language=en",
        "?url=https%3A%2F%2Fscreenings.test%2Fscreenings",
    ];

    [Fact]
    public async Task Nothing_private_is_in_any_public_answer()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var markers = await Markers.PlantAsync(app);
        var (visitor, seen) = (app.AsVisitor(), new HashSet<string>(StringComparer.Ordinal));
        var waiting = new Queue<string>(await BeginningsAsync(app));
        List<string> found = [];
        while (waiting.TryDequeue(out var path) && seen.Count < MostPages)
        {
            if (!seen.Add(path)) continue;
            var answer = await visitor.GetAsync(path);
            var all = $"{answer.Body} {answer.Message.Headers} {answer.Message.Content.Headers}";
            found.AddRange(markers.Words.Where(w => all.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{path}: {w}"));
            foreach (var link in LinksOf(answer).Where(IsPublic)) waiting.Enqueue(link);
        }
        Assert.Empty(found);
        Assert.True(seen.Count > 200, $"Only {seen.Count} pages.");
    }

    [Fact]
    public async Task Nothing_private_is_in_the_log_whatever_level_is_set()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite,
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace"), ("Logging:LogLevel:System", "Trace"),
            ("Logging:HomsScreenings.Tests.Infrastructure.LogBook:LogLevel:Default", "Trace"));
        var markers = await Markers.PlantAsync(app);
        var (visitor, person) = (app.AsVisitor(), app.AsVisitor());
        foreach (var page in new[] { markers.GuestPage, $"{markers.GuestPage}/export", $"{markers.GuestPage}/calendar.ics",
            $"/ar{markers.GuestPage}", markers.Calendar, markers.Reset })
            Assert.Equal((page, 200), (page, (await visitor.GetAsync(page)).Status));
        Assert.Equal(200, (await visitor.GetAsync("/screenings?q=zqsearchedxv&near=51.5,-0.1357924")).Status);
        await visitor.FillAsync($"{markers.GuestPage}/ask", ("Input.Text", "zqaskedxv"));
        await person.SignInAsync(markers.Email, "zqwrongxv");
        Assert.Equal(302, (await person.SignInAsync(markers.Email, markers.Password)).Status);
        await app.AskForNewPasswordAsync(markers.Email);
        await visitor.FillAsync(markers.Reset, ("Input.Password", "zqchosenxv and more"), ("Input.Again", "zqchosenxv and more"));
        await person.FillAsync("/organise/films/new", "form.stacked", null, ("Input.Title", "zqfilmxv"));
        string[] more = ["zqsearchedxv", "1357924", "zqaskedxv", "zqwrongxv", "zqchosenxv", "zqfilmxv", .. person.Cookies.Values];
        Assert.True(app.Log.Count > 100);
        Assert.DoesNotContain(app.Log.Lines,
            line => markers.Words.Concat(more).Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_worker_keeps_no_page_that_is_for_one_person_alone()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var markers = await Markers.PlantAsync(app);
        var kept = KeptPages().Match(await File.ReadAllTextAsync(Path.Combine(Sources.Root, "wwwroot/sw.js"))).Groups["pattern"].Value;
        Assert.NotEmpty(kept);
        Assert.Matches(kept, "/screenings");
        foreach (var page in new[] { markers.GuestPage, $"{markers.GuestPage}/ask", markers.Calendar, "/account", "/account/sign-in",
            "/organise", "/organise/films", "/setup" })
            Assert.DoesNotMatch(kept, page);
        foreach (var endpoint in RoutesOf(app).Where(e => e.Metadata.GetMetadata<CachePolicy>() is null))
        {
            var address = $"/{Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "return-to-homs")}";
            if (!Regex.IsMatch(address, kept, RegexOptions.None, TimeSpan.FromSeconds(1))) continue;
            var answer = await app.AsVisitor().GetAsync(address);
            Assert.True(answer.Status != 200 || answer.Header("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) == true,
                address);
        }
    }

    static async Task<IEnumerable<string>> BeginningsAsync(ScreeningsApp app)
    {
        var slugs = await app.InDbAsync(db => Task.FromResult(db.Screenings.Select(s => s.Slug).ToList()
            .Concat(db.Series.Select(s => s.Slug)).Concat(db.Films.Select(f => f.Slug)).Concat(db.Organisations.Select(o => o.Slug))
                .ToList()));
        var addresses = RoutesOf(app).Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}").Where(IsPublic).SelectMany(pattern =>
            pattern.Contains('{', StringComparison.Ordinal)
                ? slugs.Select(slug => Parameter().Replace(pattern.Replace("{kind:", "{screenings:", StringComparison.Ordinal), slug))
                : Filters.Select(filter => pattern + filter)).ToList();
        return addresses.Concat(addresses.Where(a => !a.StartsWith("/api", StringComparison.Ordinal)).Select(a => $"/ar{a}"))
            .OrderBy(a => a.Length).ThenBy(a => a, StringComparer.Ordinal);
    }

    static IEnumerable<RouteEndpoint> RoutesOf(ScreeningsApp app) =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    static bool IsPublic(string path) => !PrivatePath().IsMatch(path);

    static IEnumerable<string> LinksOf(Answer answer) =>
        answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) != true ? []
        : answer.Html.QuerySelectorAll("a[href], link[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]
            .Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal)).Where(href => href.StartsWith('/'));

    [GeneratedRegex(@"^(/ar)?/(organise|account|bookings|setup|css|js|img|lib)(/|$|\?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivatePath();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"isPublicPage = path => /(?<pattern>.+)/\.test", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeptPages();
}
