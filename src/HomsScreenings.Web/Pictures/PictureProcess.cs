using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HomsScreenings.Web.Pictures;

/// <summary>
/// Converts pictures in a process of its own, one at a time, with little memory and time: a file that was made to harm ends
/// that process and nothing else.
/// </summary>
public sealed class PictureProcess : IDisposable
{
    /// <summary>The verb under which the program converts; people have no use for it.</summary>
    public const string Verb = "convert-picture";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly SemaphoreSlim _one = new(1);

    /// <summary>Converts a file into others of a folder.</summary>
    /// <exception cref="PictureRefused">It is not taken.</exception>
    public async Task<ConvertedPicture> ConvertAsync(string file, string folder, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            using var process = Start(file, folder);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            ended.CancelAfter(Patience);
            try
            {
                var said = process.StandardOutput.ReadToEndAsync(ended.Token);
                var problem = process.StandardError.ReadToEndAsync(ended.Token);
                await process.WaitForExitAsync(ended.Token);
                return process.ExitCode == 0 && ConvertedPicture.FromJson(await said) is { } converted ? converted
                    : throw new PictureRefused(Enum.TryParse<PictureRefusal>((await problem).Trim(), out var reason)
                        ? reason : PictureRefusal.Damaged);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new PictureRefused(PictureRefusal.Damaged);
            }
            finally
            {
                if (!process.HasExited) process.Kill();
            }
        }
        finally { _one.Release(); }
    }

    // It is given what it needs of the environment, and so neither passwords nor settings.
    static Process Start(string file, string folder)
    {
        var start = new ProcessStartInfo(Runtime)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        if (Runtime != Environment.ProcessPath || IsDotnet(Runtime)) start.ArgumentList.Add(typeof(PictureProcess).Assembly.Location);
        foreach (var argument in new[] { Verb, file, folder }) start.ArgumentList.Add(argument);
        var kept = new[] { "PATH", "HOME", "DOTNET_ROOT", "SystemRoot", "TEMP", "TMP" }
            .Select(name => (name, Value: start.Environment.TryGetValue(name, out var value) ? value : null)).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            if (value is not null) start.Environment[name] = value;
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x6000000"; // 96 MB, in hexadecimal as the runtime reads it
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["VIPS_CONCURRENCY"] = "2";
        return Process.Start(start) ?? throw new Win32Exception("No process can be started for a picture.");
    }

    // The program itself where it was published as one; else 'dotnet' beside the runtime that runs now.
    static string Runtime { get; } = FindRuntime();

    static string FindRuntime()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : Environment.ProcessPath ?? name;
    }

    static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    public void Dispose() => _one.Dispose();
}
