using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>One run of the program as a process of its own, as somebody at a shell starts it.</summary>
public sealed record ProgramRun(int Status, string Output, string Errors)
{
    // Where its settings lie, as with 'dotnet run'.
    static string ContentRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../src/HomsScreenings.Web"));

    /// <summary>Runs a verb on a database and waits for its end.</summary>
    public static async Task<ProgramRun> OfAsync(FreshDatabase database, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = ContentRoot(),
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "HomsScreenings.Web.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.ArgumentList.Add($"--Site:BaseUrl={ScreeningsApp.BaseUrl}");
        start.ArgumentList.Add($"--Storage:Provider={database.Provider}");
        start.ArgumentList.Add($"--ConnectionStrings:Screenings={database.ConnectionString}");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return new ProgramRun(process.ExitCode, await output, await errors);
    }
}
