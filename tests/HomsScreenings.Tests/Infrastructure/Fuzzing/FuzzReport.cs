using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>How a run ended: what was answered, what was wrong, what it cost.</summary>
sealed class FuzzReport
{
    const int MaxSlow = 5;

    readonly Lock _lock = new();
    readonly long _begun = Stopwatch.GetTimestamp();
    readonly TimeSpan _busyBefore = Environment.CpuUsage.TotalTime;
    readonly SortedDictionary<int, int> _statuses = [];
    readonly Dictionary<string, string> _wrong = new(StringComparer.Ordinal);
    readonly HashSet<string> _reached = new(StringComparer.Ordinal), _done = new(StringComparer.Ordinal);
    readonly List<(TimeSpan Took, string Request)> _slow = [];

    public int Count => _statuses.Values.Sum();
    public IReadOnlyCollection<string> Wrong => _wrong.Values;
    public TimeSpan Slowest => _slow.Count == 0 ? TimeSpan.Zero : _slow[0].Took;
    public (long Heap, long Process) MemoryBefore { get; private set; }
    public (long Heap, long Process) MemoryAfter { get; private set; }
    public int Answered(int status) => _statuses.GetValueOrDefault(status);

    /// <summary>Whether a route ever let somebody in, and whether a form of it ever went through.</summary>
    public (bool IsReached, bool IsDone) Of(string route) => (_reached.Contains(route), _done.Contains(route));

    public void Note(FuzzRequest request, Answer? answer, string? kind, Func<string> reason)
    {
        var status = answer?.Status ?? 0;
        lock (_lock)
        {
            _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
            if (status is >= 200 and < 400) _reached.Add(request.Route);
            if (request.Method == "POST" && IsDone(request, answer)) _done.Add(request.Route);
            if (kind is null) return;
            var why = reason();
            _wrong.TryAdd($"{kind} {(why.Length > 0 ? why : request.Route)}", $"{kind}: {request}\n{why}");
        }
    }

    // A page that leads on has done it, where it does not lead to signing in or to another language.
    static bool IsDone(FuzzRequest request, Answer? answer) => answer?.Status is 200 or 303 || (answer?.Status == 302
        && !request.Target.StartsWith("/ar", StringComparison.OrdinalIgnoreCase)
        && answer.Location?.StartsWith("/account/sign-in", StringComparison.Ordinal) == false);

    public void NoteSlow(TimeSpan took, FuzzRequest request)
    {
        lock (_lock)
        {
            _slow.Add((took, $"{request}"));
            _slow.Sort((a, b) => b.Took.CompareTo(a.Took));
            if (_slow.Count > MaxSlow) _slow.RemoveAt(MaxSlow);
        }
    }

    /// <summary>To be called once all that is made for good has been made, and at the end.</summary>
    public void NoteMemory()
    {
        var now = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        if (MemoryBefore == default) MemoryBefore = now;
        MemoryAfter = now;
    }

    public override string ToString()
    {
        var (took, busy) = (Stopwatch.GetElapsedTime(_begun), Environment.CpuUsage.TotalTime - _busyBefore);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{Count} requests in {took.TotalSeconds:0} s, {busy.TotalMilliseconds / Math.Max(Count, 1):0.00} ms of the processor each");
        text.AppendLine(string.Join(", ", _statuses.GroupBy(s => s.Key / 100).Select(c =>
            $"{(c.Key == 0 ? "refused by the server" : $"{c.Key}xx")}: {c.Sum(s => s.Value)}")));
        text.AppendLine(string.Join(", ", _statuses.Select(s => $"{s.Key}: {s.Value}")));
        text.AppendLine(CultureInfo.InvariantCulture, $"Memory in MB: heap {Mega(MemoryBefore.Heap)}, later {Mega(MemoryAfter.Heap)}; "
            + $"process {Mega(MemoryBefore.Process)}, later {Mega(MemoryAfter.Process)}");
        foreach (var (alone, request) in _slow)
            text.AppendLine(CultureInfo.InvariantCulture, $"{alone.TotalSeconds:0.000} s of the processor: {Begin(request)}");
        return $"{text}";
    }

    static long Mega(long bytes) => bytes / 1024 / 1024;

    static string Begin(string request) => request.Length > 300 ? $"{request[..300]}…" : request;
}
