using System.Diagnostics;
using System.Globalization;

namespace HomsScreenings.Benchmarks;

/// <summary>
/// What the program costs while nobody asks for anything: it looks for what other processes saved, for mail, and for
/// what falls due. Mail is configured, so that all jobs are at work.
/// </summary>
static class Idle
{
    // By then what runs every few seconds has run thirty times, and has been compiled anew for good speed.
    static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);

    /// <param name="seconds">How long it is watched.</param>
    /// <param name="server">The connection string of an empty PostgreSQL database; null for SQLite.</param>
    public static async Task RunAsync(int seconds, string? server, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("homs-idle-").FullName;
        try
        {
            var database = server ?? Path.Combine(folder, "idle.db");
            await Site.GenerateAsync(database, 1_000);
            string[] mail = ["--Mail:Host=localhost", "--Mail:Port=2525", "--Mail:From=screenings@example.org"];
            await using var site = await Site.ServeAsync(database, mail);
            using (var http = new HttpClient()) await http.GetByteArrayAsync(site.Url);
            await Task.Delay(Settling);
            var (since, spent) = (Stopwatch.GetTimestamp(), site.ProcessorTime);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            var part = (site.ProcessorTime - spent) / Stopwatch.GetElapsedTime(since);
            var name = server is null ? "SQLite" : "PostgreSQL";
            say(string.Create(CultureInfo.InvariantCulture, $"Idle on {name} for {seconds} s: {part:P2} of one core."));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
