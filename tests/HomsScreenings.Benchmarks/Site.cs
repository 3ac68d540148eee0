using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HomsScreenings.Benchmarks;

/// <summary>A program under measurement: a process of its own that says where it listens.</summary>
sealed class Site : IAsyncDisposable
{
    static readonly string Sources = Path.GetFullPath(Path.Combine(Here(), "../../src/HomsScreenings.Web"));
    static readonly string Assembly = Path.Combine(Sources, Path.GetRelativePath(Here(), AppContext.BaseDirectory),
        "HomsScreenings.Web.dll");

    static readonly TimeSpan BeginsItsJobsAfter = TimeSpan.FromSeconds(6), Idle = TimeSpan.FromMilliseconds(50);

    readonly Process _process;
    readonly List<string> _lines = [];
    readonly TaskCompletionSource<Uri> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Site(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _url.TrySetException(new InvalidOperationException("The program ended before it served."));
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>Settings by which it prints every SQL statement.</summary>
    public static readonly string[] TellsStatements =
    [
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information",
        "--Logging:Console:FormatterName=simple", "--Logging:Console:FormatterOptions:SingleLine=true",
    ];

    /// <summary>
    /// How many SQL statements these lines tell of, but for the look at the stamp, which comes once a second whoever asks.
    /// </summary>
    public static int Statements(IEnumerable<string> lines) =>
        lines.Count(
            l => l.Contains("Executed DbCommand", StringComparison.Ordinal) && !l.Contains("\"ProgrammeStamp\"", StringComparison.Ordinal));

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Resident memory, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What it has taken of all processors since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Waits until what it does by itself after its start is done, so that it falls into no measurement.</summary>
    public async Task SettleAsync()
    {
        await Task.Delay(BeginsItsJobsAfter);
        for (var (before, idle) = (ProcessorTime, false); !idle; before = ProcessorTime)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            idle = ProcessorTime - before < Idle;
        }
    }

    // A file for SQLite, a connection string for PostgreSQL.
    static string[] Settings(string database) =>
    [
        $"--contentRoot={Sources}", "--Site:BaseUrl=https://screenings.example.org",
        .. database.Contains('=', StringComparison.Ordinal)
            ? ["--Storage:Provider=PostgreSQL", "--Storage:MigrateOnStart=true", $"--ConnectionStrings:Screenings={database}"]
            : (string[])[$"--ConnectionStrings:Screenings=Data Source={database}"],
    ];

    /// <summary>Starts the real program on a database.</summary>
    public static Task<Site> ServeAsync(string database, params string[] settings) =>
        StartAsync([Assembly, .. Settings(database), "--urls=http://127.0.0.1:0", .. settings]);

    /// <summary>Starts the bare server on a folder of recorded answers.</summary>
    public static Task<Site> BareAsync(string folder) => StartAsync([typeof(Site).Assembly.Location, "bare", folder]);

    /// <summary>Fills a new database with a generated programme.</summary>
    public static async Task GenerateAsync(string database, int screenings)
    {
        await using var command = new Site([Assembly, "generate", $"--screenings={screenings}", .. Settings(database)]);
        await command._process.WaitForExitAsync();
        if (command._process.ExitCode != 0) throw new InvalidOperationException("The programme could not be generated.");
    }

    static async Task<Site> StartAsync(string[] arguments)
    {
        var site = new Site(arguments);
        site.Url = await site._url.Task;
        return site;
    }

    /// <summary>What it printed since the last time.</summary>
    public IReadOnlyList<string> TakeLines()
    {
        lock (_lines)
        {
            string[] taken = [.. _lines];
            _lines.Clear();
            return taken;
        }
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lock (_lines) _lines.Add(line);
        const string at = " is at ";
        if (line.IndexOf(at, StringComparison.Ordinal) is > 0 and var index
            && Uri.TryCreate(line[(index + at.Length)..].Split(' ')[0], UriKind.Absolute, out var url)) _url.TrySetResult(url);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
