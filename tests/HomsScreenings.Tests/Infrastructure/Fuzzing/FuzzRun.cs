using System.Diagnostics;
using NodaTime;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>
/// Sends requests, several at once, in lots: after each the database is as it was before. What took long beside others is
/// sent again alone, and only then counts what it cost.
/// </summary>
sealed class FuzzRun(ScreeningsApp app, FuzzWorld world, FuzzSnapshot snapshot, FuzzRequests requests)
{
    const int InALot = 400, AtOnce = 4, WarmLots = 20, MaxSentAgain = 3;
    static readonly TimeSpan Long = TimeSpan.FromMilliseconds(300);

    // Before the screening of the evening, shortly before, while it is on, and after it.
    static readonly Duration[] Moments = [Duration.FromMinutes(1), Duration.FromHours(6.9), Duration.FromMinutes(2), Duration.FromHours(8),
        Duration.FromMinutes(3), Duration.FromHours(11.5)];

    readonly Instant _begun = app.Clock.Now;
    readonly List<(TimeSpan Took, FuzzRequest Request)> _slow = [];
    int _left;

    public FuzzReport Report { get; } = new();

    /// <param name="count">How many requests.</param>
    /// <param name="isAlone">Whether nothing else is run in the process, so that what it costs can be told.</param>
    public async Task SendAsync(int count, bool isAlone)
    {
        var lots = (count + InALot - 1) / InALot;
        for (var lot = 0; lot < lots; lot++)
        {
            app.Clock.Now = _begun + Moments[lot % Moments.Length];
            _left = Math.Min(InALot, count - (lot * InALot));
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(SendSomeAsync)));
            if (isAlone) await SendSlowAgainAsync();
            app.Log.Forget();
            app.Statements.Reset();
            if (lot + 1 < lots) await snapshot.BringBackAsync();
            if (isAlone && (lot == WarmLots || lot == lots - 1)) Report.NoteMemory();
        }
    }

    async Task SendSomeAsync()
    {
        while (Next() is { } request)
        {
            var begun = Stopwatch.GetTimestamp();
            await SendAsync(request);
            if (Stopwatch.GetElapsedTime(begun) is var took && took > Long) lock (_slow) _slow.Add((took, request));
        }
    }

    FuzzRequest? Next()
    {
        lock (requests) return _left-- > 0 ? requests.Next() : null;
    }

    async Task SendSlowAgainAsync()
    {
        foreach (var (_, request) in _slow.OrderByDescending(s => s.Took).Take(MaxSentAgain))
        {
            var busy = Environment.CpuUsage.TotalTime;
            await SendAsync(request);
            Report.NoteSlow(Environment.CpuUsage.TotalTime - busy, request);
        }
        _slow.Clear();
    }

    async Task SendAsync(FuzzRequest request)
    {
        var lines = app.Log.Count;
        using var content = request.Body is null ? null : new ByteArrayContent(request.Body);
        if (request.ContentType is { Length: > 0 } type) content!.Headers.TryAddWithoutValidation("Content-Type", type);
        try
        {
            var answer = await world[request.Who].SendRawAsync(new HttpMethod(request.Method), request.Target, content, request.Headers);
            using (answer.Message) Report.Note(request, answer, FuzzOracle.ProblemOf(request, answer),
                () => answer.Status < 500 ? "" : ReasonOf(app.Log.Lines.Skip(lines)));
        }
        catch (HttpRequestException refused)
        {
            // The server hangs up on what is no HTTP; the client says so.
            Debug.WriteLine(refused.Message);
            Report.Note(request, null, null, () => "");
        }
        catch (TaskCanceledException)
        {
            Report.Note(request, null, "No answer", () => "");
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
