using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HomsScreenings.Benchmarks;

/// <summary>What one measurement found; times in milliseconds.</summary>
sealed record Measured(double RequestsPerSecond, double Median, double P95, double P99);

/// <summary>
/// Visitors that ask for one address again and again on connections that stay open. Each is a thread with a blocking
/// socket: that costs this machine, which also runs the server, less than anything cleverer.
/// </summary>
static partial class Load
{
    public static async Task<Measured> RunAsync(Uri address, int status, string headers, Options options) =>
        options.UsesWrk ? await WrkAsync(address, headers, options)
        : await Task.Run(() => Run(address, status, headers, options.Connections, TimeSpan.FromSeconds(options.Seconds)));

    /// <summary>Asks for each address once, one after the other.</summary>
    public static Measured OneByOne(IEnumerable<Uri> addresses)
    {
        Visitor? visitor = null;
        var since = Stopwatch.GetTimestamp();
        var times = new List<long>();
        foreach (var address in addresses)
        {
            visitor ??= new Visitor(address);
            times.Add(visitor.Ask(RequestFor(address, ""), 200));
        }
        visitor?.Dispose();
        return Of(times, Stopwatch.GetElapsedTime(since));
    }

    static Measured Run(Uri address, int status, string headers, int connections, TimeSpan time)
    {
        var request = RequestFor(address, headers);
        var times = new List<long>[connections];
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var since = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, connections).Select(i => new Thread(() =>
        {
            var mine = times[i] = new List<long>(200_000);
            using var visitor = new Visitor(address);
            while (Stopwatch.GetTimestamp() < end) mine.Add(visitor.Ask(request, status));
        }, 256 * 1024)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return Of(times.SelectMany(t => t).ToList(), Stopwatch.GetElapsedTime(since));
    }

    /// <summary>What these times, in milliseconds, come to.</summary>
    public static Measured Of(IReadOnlyList<double> milliseconds) =>
        Of(milliseconds.Select(m => (long)(m * Stopwatch.Frequency / 1000)).ToList(), TimeSpan.FromMilliseconds(milliseconds.Sum()));

    /// <summary>What these times, in ticks of the stopwatch, come to.</summary>
    public static Measured Of(List<long> times, TimeSpan elapsed)
    {
        times.Sort();
        return new Measured(times.Count / elapsed.TotalSeconds, At(0.5), At(0.95), At(0.99));

        double At(double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))] * 1000.0 / Stopwatch.Frequency;
    }

    internal static byte[] RequestFor(Uri address, string headers) =>
        Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");

    static async Task<Measured> WrkAsync(Uri address, string headers, Options options)
    {
        string[] header = headers.Length > 0 ? ["-H", headers.Trim()] : [];
        var start = new ProcessStartInfo(
            "wrk",
            ["-t1", $"-c{options.Connections}", $"-d{options.Seconds}s",
                "--latency", .. header, address.ToString()])
        { UseShellExecute = false, RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        return new Measured(double.Parse(Rate().Match(said).Groups["number"].Value, CultureInfo.InvariantCulture),
            Milliseconds("50%"), double.NaN, Milliseconds("99%"));

        double Milliseconds(string share)
        {
            var found = Regex.Match(said, $@"{share}\s+(?<number>[\d.]+)(?<unit>us|ms|s)", RegexOptions.None, TimeSpan.FromSeconds(1));
            var factor = found.Groups["unit"].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
            return double.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture) * factor;
        }
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<number>[\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Rate();
}
