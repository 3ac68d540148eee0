using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HomsScreenings.Benchmarks.FirstTime;

namespace HomsScreenings.Benchmarks;

/// <summary>Everything that docs/performance.md has a figure of, printed as tables.</summary>
static partial class Benchmarks
{
    static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    static readonly string Folder = Directory.CreateTempSubdirectory("homs-benchmarks-").FullName;

    public static async Task<int> RunAsync(Options options)
    {
        try
        {
            if (options.FirstTime)
            {
                await FirstTimeBenchmark.RunAsync(options, Folder, Say);
                return 0;
            }
            if (options.Idles)
            {
                await Idle.RunAsync(options.Seconds, options.Database, Say);
                return 0;
            }
            if (options.Delivers)
            {
                await NewsletterDelivery.RunAsync(options, Say);
                return 0;
            }
            if (options.Books)
            {
                await BookingSpeed.RunAsync(options, Say);
                return 0;
            }
            Say($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {options.Screenings} screenings on SQLite, {options.Connections} connections, "
                + $"{options.Rounds} rounds of {options.Seconds} s, {(options.UsesWrk ? "wrk" : "built-in load generator")}.");
            var database = await DatabaseAsync(options.Screenings);
            await CompareAsync(database, options);
            await ColdAsync(database);
            await StartAndMemoryAsync(database);
            await StatementsAsync();
            return 0;
        }
        finally { Directory.Delete(Folder, recursive: true); }
    }

    static async Task<string> DatabaseAsync(int screenings)
    {
        var database = Path.Combine(Folder, $"{screenings}.db");
        if (!File.Exists(database)) await Site.GenerateAsync(database, screenings);
        return database;
    }

    // Each round measures the bare server and then the site, so that whatever else the machine does meets both.
    static async Task CompareAsync(string database, Options options)
    {
        await using var site = await Site.ServeAsync(database);
        var pages = new (string Name, string Path)[] { ("home", "/"),
            ("programme", "/screenings"), ("screening", await FirstAsync(site, "/screenings")), ("calendar", "/calendar.ics") };
        var recorded = new Dictionary<string, Recorded>(StringComparer.Ordinal);
        foreach (var (name, path) in pages)
        {
            recorded[name] = await RecordAsync(new Uri(site.Url, path));
            recorded[name].Write(Folder, name);
        }
        await using var bare = await Site.BareAsync(Folder);
        await site.SettleAsync();

        Say("");
        Say("| answer | bytes | site / bare Kestrel | lowest … highest | site req/s | p50 ms | p99 ms | bare req/s | p50 ms | p99 ms |");
        Say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, path) in pages) await RowAsync(name,
            recorded[name].Body.Length, new Uri(site.Url, path), new Uri(bare.Url, $"/{name}"), 200, "");
        foreach (var (name, path) in pages.Where(p => p.Name is "programme" or "calendar"))
            await RowAsync($"{name}, 304", 0, new Uri(site.Url, path),
                new Uri(bare.Url, $"/{name}/304"), 304, $"If-None-Match: {recorded[name].ETag}\r\n");

        async Task RowAsync(string name, int bytes, Uri ours, Uri theirs, int status, string headers)
        {
            var briefly = options with { Seconds = 1 };
            await Load.RunAsync(theirs, status, headers, briefly);
            await Load.RunAsync(ours, status, headers, briefly);
            var rounds = new List<(Measured Bare, Measured Site)>();
            for (var i = 0; i < options.Rounds; i++)
                rounds.Add((await Load.RunAsync(theirs, status, headers, options), await Load.RunAsync(ours, status, headers, options)));
            var ratios = rounds.Select(r => r.Site.RequestsPerSecond / r.Bare.RequestsPerSecond).Order().ToList();
            Say(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {bytes} | **{Median(ratios):P0}** | {ratios[0]:P0} … {ratios[^1]:P0} | {Words(rounds.Select(r => r.Site))} | {Words(rounds.Select(r => r.Bare))} |"));
        }
    }

    static string Words(IEnumerable<Measured> measured)
    {
        var all = measured.ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(all.Select(m => m.RequestsPerSecond)):N0} | {Median(all.Select(m => m.Median)):N2} | {Median(all.Select(m => m.P99)):N2}");
    }

    // Every one is a question that nobody has asked yet, with the same answer: all that is coming up to a far day.
    static async Task ColdAsync(string database)
    {
        await using var site = await Site.ServeAsync(database);
        var days = Enumerable.Range(0, 60)
            .Select(i => new DateOnly(2090, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        Say("");
        Say("| asked for the first time, one by one | answers/s | p50 ms | p99 ms |");
        Say("| --- | ---: | ---: | ---: |");
        foreach (var path in new[] { "/screenings", "/calendar.ics" })
        {
            Load.OneByOne(days.Take(20).Select(d => new Uri(site.Url, $"{path}?to={d}"))); // the compiler warms up
            var cold = Load.OneByOne(days.Skip(20).Select(d => new Uri(site.Url, $"{path}?to={d}")));
            Say($"| {path} | {Words([cold])} |");
        }
    }

    static async Task StartAndMemoryAsync(string database)
    {
        var starts = new List<double>();
        long resident = 0;
        for (var round = 0; round < 5; round++)
        {
            var since = Stopwatch.GetTimestamp();
            await using var site = await Site.ServeAsync(database);
            await Http.GetByteArrayAsync(site.Url);
            starts.Add(Stopwatch.GetElapsedTime(since).TotalSeconds);
            if (round < 4) continue;
            string[] paths = ["/", "/screenings", await FirstAsync(site, "/screenings"),
                "/calendar.ics", "/films", "/venues", "/feed.atom"];
            await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellationToken) =>
                await Http.GetByteArrayAsync(new Uri(site.Url, paths[i % paths.Length]), cancellationToken));
            resident = site.Resident;
        }
        Say("");
        Say(string.Create(CultureInfo.InvariantCulture,
            $"From starting to the first page on an existing database: {Median(starts):N2} s ({starts.Min():N2} … {starts.Max():N2})."));
        Say(string.Create(CultureInfo.InvariantCulture,
            $"Resident after 10,000 requests for seven different answers: {resident / 1024.0 / 1024.0:N0} MB."));
    }

    static async Task StatementsAsync()
    {
        int[] sizes = [1, 50, 10_000];
        var counts = new Dictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        foreach (var size in sizes)
        {
            await using var site = await Site.ServeAsync(await DatabaseAsync(size), Site.TellsStatements);
            await Http.GetAsync(new Uri(site.Url, "/archive")); // when the clock changes something next is found out once for all
            foreach (var list in new[] { "/", "/screenings", "/films", "/venues", "/series", "/calendar.ics", "/feed.atom" })
                await CountAsync(site, size, list, list);
            foreach (var list in new[] { "/screenings", "/films", "/venues", "/series" })
                if (await FirstOrNoneAsync(site, list) is { } one) await CountAsync(site, size, $"{list}/…", one);
        }
        Say("");
        Say($"| SQL statements of a first look, with this many screenings | {string.Join(" | ", sizes)} |");
        Say($"| --- |{string.Concat(sizes.Select(_ => " ---: |"))}");
        foreach (var (name, found) in counts) Say(
            $"| {name} | {string.Join(" | ", sizes.Select(size => found.TryGetValue(size, out var count) ? $"{count}" : "–"))} |");

        async Task CountAsync(Site site, int size, string name, string path)
        {
            site.TakeLines();
            (await Http.GetAsync(new Uri(site.Url, path))).EnsureSuccessStatusCode();
            await Task.Delay(300); // the log is written behind the answer
            var count = Site.Statements(site.TakeLines());
            if (!counts.TryGetValue(name, out var found)) counts[name] = found = [];
            found[size] = count;
        }
    }

    static async Task<Recorded> RecordAsync(Uri address)
    {
        using var answer = await Http.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return new Recorded(answer.Content.Headers.ContentType!.ToString(),
            answer.Headers.ETag!.ToString(), answer.Content.Headers.LastModified!.Value.ToString("r", CultureInfo.InvariantCulture),
            answer.Headers.CacheControl!.ToString(), await answer.Content.ReadAsByteArrayAsync());
    }

    static async Task<string> FirstAsync(Site site, string list) =>
        await FirstOrNoneAsync(site, list) ?? throw new InvalidOperationException($"{list} leads nowhere.");

    // The first link of a list to one of its own.
    static async Task<string?> FirstOrNoneAsync(Site site, string list)
    {
        var page = await Http.GetStringAsync(new Uri(site.Url, list));
        return Links().Matches(page).Select(m => m.Groups["path"].Value)
            .FirstOrDefault(l => l.StartsWith(list + '/', StringComparison.Ordinal) && !l.EndsWith(".ics", StringComparison.Ordinal));
    }

    [GeneratedRegex("href=\"(?<path>[^\"?#]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Links();

    static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    static void Say(string line) => Console.WriteLine(line);
}
