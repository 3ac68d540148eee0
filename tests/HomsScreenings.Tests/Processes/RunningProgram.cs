using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace HomsScreenings.Tests.Processes;

/// <summary>How a program that has ended ended.</summary>
public sealed record Ended(int Status, string Output, string Errors);

/// <summary>The built program as a process of its own, listening on a port that was free.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    static readonly string Sources = Path.GetFullPath(Path.Combine(Here(), "../../../src/HomsScreenings.Web"));
    // The same configuration and framework as these tests: '…/bin/Debug/net10.0'.
    static readonly string Assembly = Path.Combine(Sources, Path.GetRelativePath(Path.Combine(Here(), ".."), AppContext.BaseDirectory),
        "HomsScreenings.Web.dll");
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Process _process;
    readonly StringBuilder _output = new(), _errors = new();
    (string Start, TaskCompletionSource Said)? _awaited;
    readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    RunningProgram(IEnumerable<string> arguments, (string Name, string Value)? variable = null, int? openFiles = null)
    {
        string[] command = ["dotnet", Assembly, .. arguments];
        if (openFiles is { } limit) command = ["sh", "-c", $"ulimit -n {limit} && exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath()
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        if (variable is { } set) start.Environment[set.Name] = set.Value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => { if (line.Data is not null) lock (_errors) _errors.Append(line.Data).Append('\n'); };
        _process.Exited += (_, _) => _url.TrySetException(new InvalidOperationException("The program ended before it served."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public static string ContentRoot => $"--contentRoot={Sources}";

    /// <summary>The settings that name a database and an address, as a site has them.</summary>
    public static string[] SettingsFor(FreshDatabase database) => SettingsFor(database.Provider, database.ConnectionString);

    public static string[] SettingsFor(string provider, string connectionString) =>
        [ContentRoot, "--Site:BaseUrl=https://screenings.test",
            $"--Storage:Provider={provider}", $"--ConnectionStrings:Screenings={connectionString}"];

    /// <summary>Starts the program and waits until it says where it is.</summary>
    public static Task<RunningProgram> ServeAsync(params string[] settings) => ServeAsync(null, settings);

    /// <summary>The same where no more files may be open than this.</summary>
    public static async Task<RunningProgram> ServeAsync(int? openFiles, params string[] settings)
    {
        var program = new RunningProgram([.. settings, "--urls=http://127.0.0.1:0"], openFiles: openFiles);
        try
        {
            program.Url = new Uri(await program._url.Task.WaitAsync(Patience));
            return program;
        }
        catch (Exception problem) when (problem is InvalidOperationException or TimeoutException)
        {
            program.Kill();
            throw new InvalidOperationException($"{problem.Message} {(await program.EndAsync()).Errors}", problem);
        }
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        return await program.EndAsync();
    }

    /// <summary>Starts the program with whatever arguments, and waits for nothing.</summary>
    public static RunningProgram Start(params string[] arguments) => new(arguments);

    /// <summary>The same with an environment variable.</summary>
    public static RunningProgram Start((string Name, string Value) variable, params string[] arguments) => new(arguments, variable);

    /// <summary>Waits until the program has written a line that begins so.</summary>
    public Task SaysAsync(string start)
    {
        lock (_output)
        {
            if ($"\n{_output}".Contains($"\n{start}", StringComparison.Ordinal)) return Task.CompletedTask;
            _awaited = (start, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _awaited.Value.Said.Task.WaitAsync(Patience);
        }
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>As when the power goes: nothing is tidied up.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        lock (_output) lock (_errors) return new Ended(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            _output.Append(line).Append('\n');
            if (_awaited is { } awaited && line.StartsWith(awaited.Start, StringComparison.Ordinal)) awaited.Said.TrySetResult();
        }
        const string at = "Homs Screenings is at ";
        if (line.StartsWith(at, StringComparison.Ordinal)) _url.TrySetResult(line[at.Length..].Split(' ')[0]);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
