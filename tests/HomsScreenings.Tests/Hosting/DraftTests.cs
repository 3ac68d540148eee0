using System.Text.RegularExpressions;
using HomsScreenings.Model;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>Films, people and venues that nobody may see yet are planted, and looked for in everything that anybody can ask.</summary>
public sealed partial class DraftTests
{
    // None of them has a word of the drafts that a page would only say back.
    static readonly string[] Questions =
    [
        "", "?q=lantern", "?q=lanternn", "?q=lanterns&past=yes", "?near=64.15,-21.94&within=50", "?country=IS", "?language=is", "?view=map",
        "?month=2026-07", "?film=lantern-film", "?film=former-film", "?venue=lantern-venue", "?venue=former-venue", "?page=1",
    ];

    [Theory, OnEachDatabase]
    public async Task Nothing_of_a_draft_is_in_any_public_answer_before_it_is_published_and_all_of_it_afterwards(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var hidden = await HiddenRecords.PlantAsync(app);
        var (visitor, addresses) = (app.AsVisitor(), AddressesOf(app).ToList());
        Assert.True(addresses.Count > 300, $"Only {addresses.Count} addresses.");
        string[] told = [.. hidden.Words, .. HiddenRecords.Slugs];
        List<string> found = [];
        foreach (var address in addresses)
        {
            var answer = await visitor.GetAsync(address);
            if (HiddenRecords.Slugs.Concat(HiddenRecords.FormerSlugs).Any(s => address.Contains($"/{s}", StringComparison.Ordinal)))
                Assert.Equal((address, 404), (address, answer.Location == address["/ar".Length..] ? 404 : answer.Status));
            var all = $"{answer.Body} {answer.Message.Headers} {answer.Message.Content.Headers}";
            found.AddRange(told.Where(w => all.Contains(w, StringComparison.OrdinalIgnoreCase)
                && !address.Contains(w, StringComparison.Ordinal)).Select(w => $"{address}: {w}"));
        }
        Assert.Empty(found);

        await app.InDbAsync(async db =>
        {
            (await db.Screenings.Include(s => s.Series).SingleAsync(s => s.Slug == "draft")).Publish(app.Clock.Now);
            await db.SaveChangesAsync();
        });
        var missing = told.ToHashSet(StringComparer.Ordinal);
        foreach (var address in addresses.OrderByDescending(a => a.Contains("lantern-", StringComparison.Ordinal)))
        {
            if (missing.Count == 0) break;
            var answer = await visitor.GetAsync(address);
            missing.RemoveWhere(w => answer.Body.Contains(w, StringComparison.OrdinalIgnoreCase)
                && !address.Contains(w, StringComparison.Ordinal));
        }
        Assert.Empty(missing);
    }

    static IEnumerable<string> AddressesOf(ScreeningsApp app)
    {
        string[] slugs = [.. HiddenRecords.Slugs, .. HiddenRecords.FormerSlugs];
        var patterns = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}").Where(p => !PrivatePath().IsMatch(p))
            .Distinct(StringComparer.Ordinal).ToList();
        var addresses = patterns.SelectMany(pattern => pattern.Contains('{', StringComparison.Ordinal)
            ? Kinds(pattern).SelectMany(p => slugs.Select(slug => Parameter().Replace(p, slug)))
            : Questions.Select(question => pattern + question)).ToList();
        addresses.AddRange(from folder in new[] { "films", "people", "venues", "embed/films" }
                           from slug in slugs
                           select $"/oembed?url={Uri.EscapeDataString($"{ScreeningsApp.BaseUrl}/{folder}/{slug}")}");
        return addresses.Concat(addresses.Where(a => !a.StartsWith("/api", StringComparison.Ordinal)).Select(a => $"/ar{a}"))
            .Append("/archive/2026").Distinct(StringComparer.Ordinal);
    }

    // '/embed/{kind}/{slug}'
    static IEnumerable<string> Kinds(string pattern) => pattern.Contains("{kind", StringComparison.Ordinal)
        ? new[] { "films", "venues" }.Select(kind => KindParameter().Replace(pattern, kind)) : [pattern];

    [GeneratedRegex(@"^(/ar)?/(organise|account|bookings|setup|css|js|img|lib|error|media)(/|$|\?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivatePath();

    [GeneratedRegex(@"\{kind(:regex\([^}]*\))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KindParameter();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();
}
