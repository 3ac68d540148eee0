using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>What nobody may read yet of the journal, or ever of its readers, is planted, and looked for in every public answer.</summary>
public sealed partial class JournalMarkerTests
{
    // Months have links to months without an end.
    const int MostAddresses = 2_000;

    static readonly string[] Questions =
    [
        "", "?q=read", "?q=homs", "?kind=article", "?film=return-to-homs", "?author=talal-derki", "?tag=homs", "?year=2026", "?language=ar",
        "?page=1", "?limit=1",
    ];

    [Theory, OnEachDatabase]
    public async Task Nothing_that_is_not_public_of_entries_comments_and_readers_is_in_any_public_answer(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var markers = await JournalMarkers.PlantAsync(app);
        var (visitor, seen, found) = (app.AsVisitor(), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        var told = new List<string>();
        var waiting = new Queue<string>(BeginningsOf(app));
        while (waiting.TryDequeue(out var path) && seen.Count < MostAddresses)
        {
            if (!seen.Add(path)) continue;
            var answer = await visitor.GetAsync(path);
            var all = $"{answer.Body} {answer.Message.Headers} {answer.Message.Content.Headers}";
            found.AddRange(markers.Words.Where(w => all.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{path}: {w}"));
            if (all.Contains(JournalMarkers.VisibleEntry, StringComparison.Ordinal)
                && all.Contains(JournalMarkers.VisibleComment, StringComparison.Ordinal)) told.Add(path);
            foreach (var link in LinksOf(answer)) waiting.Enqueue(link);
        }
        Assert.Empty(found);
        Assert.True(seen.Count > 150, $"Only {seen.Count} addresses.");
        foreach (var path in new[] { "/journal/public-entry", "/ar/journal/public-entry" }) Assert.Contains(path, told);
        foreach (var path in new[] { "/journal.atom", "/api/v1/journal", "/sitemap.xml", "/screenings?q=read" })
            Assert.Contains(path, seen);
    }

    [Theory, OnEachDatabase]
    public async Task Who_searches_for_it_is_answered_as_for_a_word_that_is_nowhere(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var markers = await JournalMarkers.PlantAsync(app);
        var visitor = app.AsVisitor();
        foreach (var list in new[] { "/screenings", "/journal", "/journal.atom", "/api/v1/journal", "/films", "/people", "/feed.atom" })
            foreach (var language in new[] { "", "/ar" })
            {
                var nothing = await AskAsync($"{language}{list}", "zqnowherexv");
                foreach (var word in markers.Words)
                    Assert.Equal((list, word, nothing), (list, word, await AskAsync($"{language}{list}", word)));
            }

        async Task<string> AskAsync(string list, string word)
        {
            var answer = await visitor.GetAsync($"{list}?q={word}");
            Assert.Equal((list, word, 200), (list, word, answer.Status));
            return answer.Body.Replace(word, "*", StringComparison.Ordinal);
        }
    }

    static IEnumerable<string> BeginningsOf(ScreeningsApp app)
    {
        var patterns = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}").Where(IsAsked).Distinct(StringComparer.Ordinal).ToList();
        List<string> addresses =
        [
            .. patterns.Where(p => !p.Contains('{', StringComparison.Ordinal)).SelectMany(p => Questions.Select(question => p + question)),
            .. from pattern in patterns
               where pattern.Contains("{slug}", StringComparison.Ordinal)
               let address = KindParameter().Replace(pattern, "journal")
               where address.Contains("journal", StringComparison.Ordinal)
               from slug in JournalMarkers.Slugs
               select address.Replace("{slug}", slug, StringComparison.Ordinal),
            .. JournalMarkers.Slugs.Select(slug => $"/oembed?url={Uri.EscapeDataString($"{ScreeningsApp.BaseUrl}/journal/{slug}")}"),
        ];
        return addresses.Concat(addresses.Select(address => $"/ar{address}"));
    }

    // What a page, a feed, a map of the site or an answer of the API leads to.
    static IEnumerable<string> LinksOf(Answer answer) => Addresses().Matches(answer.Body)
        .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups["path"].Value).Split('#')[0]).Where(IsAsked);

    // A painting has no bytes of words, and of what is hidden there is none.
    static bool IsAsked(string path) => !PrivatePath().IsMatch(path) && !path.Contains("/share.", StringComparison.Ordinal);

    [GeneratedRegex(@"(href=""|https://screenings\.test)(?<path>/[^""<>\s\\]*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^(/ar)?/(organise|account|bookings|setup|css|js|img|lib|error|media)(/|$|\?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrivatePath();

    [GeneratedRegex(@"\{kind(:regex\([^}]*\))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KindParameter();
}
