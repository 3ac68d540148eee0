using System.Diagnostics;
using System.Globalization;
using HomsScreenings.Tests.Infrastructure.Fuzzing;

namespace HomsScreenings.Tests.Hosting;

/// <summary>
/// Requests as no browser sends them, to all routes: none may break the program, keep it busy or fill its memory. Here a
/// few run with each build; many run by hand, alone on a machine, with the variables HOMS_FUZZ (how many) and
/// HOMS_FUZZ_SEED.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    const int Few = 500, OfOneProgramme = 5000, Seed = 20261129, MostBytes = 600 * 1024 * 1024;
    static readonly TimeSpan MostOfTheProcessor = TimeSpan.FromSeconds(1);

    static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    readonly Dictionary<string, string> _wrong = new(StringComparer.Ordinal);
    readonly SortedDictionary<int, int> _statuses = [];

    static int Count => Asked("HOMS_FUZZ") ?? Few;
    static bool IsLong => Asked("HOMS_FUZZ") is not null;

    [Fact]
    public async Task No_request_whatever_is_in_it_breaks_the_program()
    {
        for (var (sent, seed) = (0, Asked("HOMS_FUZZ_SEED") ?? Seed); sent < Count; sent += OfOneProgramme, seed++)
            await RunAsync(Math.Min(OfOneProgramme, Count - sent), seed);
        output.WriteLine($"{Count} requests: {string.Join(", ", _statuses.Select(s => $"{s.Value} × {s.Key}"))}");
        Assert.True(_wrong.Count == 0,
            $"{_wrong.Count} kinds:\n{string.Join("\n\n", _wrong.Values.Select(w => w.Length > 1500 ? w[..1500] : w))}");
        Assert.True(_statuses.GetValueOrDefault(200) > Count / 20, "Hardly anything was answered.");
    }

    // Each lot on a programme of its own: in time the administrator among the people has deleted all there is.
    async Task RunAsync(int count, int seed)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, ("Accounts:TriesPerMinute", "1000000000"),
            ("Guests:FormsPerMinute", "1000000000"), ("Guests:FormsPerMinuteOfNetwork", "1000000000"));
        var world = await FuzzWorld.MakeAsync(app);
        var requests = new FuzzRequests(world, new Mutation(seed));
        for (var i = 0; i < count; i++)
        {
            var request = requests.Next();
            var busy = Environment.CpuUsage.TotalTime;
            var (status, problem) = await SendAsync(app, world, request);
            var took = Environment.CpuUsage.TotalTime - busy;
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
            if (status is >= 500 and not 501) _wrong.TryAdd(problem, $"{status}: {request}\n{problem}");
            // Other tests run beside the short one, and their work would be counted.
            if (IsLong && took > MostOfTheProcessor) _wrong.TryAdd($"{request}", $"{took.TotalSeconds:0.0} s: {request}");
        }
        if (IsLong) Assert.True(GC.GetTotalMemory(forceFullCollection: true) < MostBytes, "The memory is full.");
    }

    static async Task<(int Status, string Problem)> SendAsync(ScreeningsApp app, FuzzWorld world, FuzzRequest request)
    {
        var lines = app.Log.Count;
        using var content = request.Body is null ? null : new ByteArrayContent(request.Body);
        if (request.ContentType is { Length: > 0 } type) content!.Headers.TryAddWithoutValidation("Content-Type", type);
        try
        {
            var answer = await world[request.Who].SendRawAsync(new HttpMethod(request.Method), request.Target, content, request.Headers);
            return (answer, answer < 500 ? "" : ReasonOf(app.Log.Lines.Skip(lines)));
        }
        catch (HttpRequestException refused)
        {
            // The server hangs up on what is no HTTP; the client says so.
            Debug.WriteLine(refused.Message);
            return (0, "");
        }
    }

    // Where it broke, so that each kind is told once.
    static string ReasonOf(IEnumerable<string> lines)
    {
        var broke = lines.FirstOrDefault(l => l.StartsWith("Error", StringComparison.Ordinal)) ?? "nothing in the log";
        var trace = broke.Split('\n');
        return string.Join('\n', trace.Where((line, i) => i == 0 || line.Contains("HomsScreenings", StringComparison.Ordinal)).Take(4)
            .Select((line, i) => i == 0 ? line[(line.IndexOf(") in ", StringComparison.Ordinal) + 1)..] : line));
    }
}
