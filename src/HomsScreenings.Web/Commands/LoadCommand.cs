using System.CommandLine;
using HomsScreenings.Storage;
using HomsScreenings.Storage.Loading;
using HomsScreenings.Web.Setup;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'load': loads a programme file, or names each problem with its place and changes nothing.</summary>
static class LoadCommand
{
    public static Command Verb(string[] settings)
    {
        var file = new Argument<string>("FILE.json") { Description = "The programme; docs/programme-format.md describes the format." };
        var verb = new Command("load", "Loads a programme. Loading the same file again changes nothing.") { file };
        verb.SetAction((parsed, cancel) => RunAsync(settings, ProgrammeFiles.Typed(parsed.GetRequiredValue(file)), cancel));
        return verb;
    }

    static async Task<int> RunAsync(string[] settings, string file, CancellationToken cancel)
    {
        await using var app = SiteBuilder.Build(settings);
        await app.Services.PrepareDatabaseAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var loader = new ProgrammeLoader(scope.ServiceProvider.GetRequiredService<ScreeningsDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var json = await ProgrammeFiles.ReadAsync(file, cancel);
        var report = await ProgrammeFiles.OrProblemAsync(() => loader.LoadAsync(json, cancel));
        foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem);
        if (report.IsRefused) return CommandLine.InputIsWrong;
        foreach (var note in report.Notes) Console.WriteLine(note);
        Console.WriteLine($"Loaded {Path.GetFileName(file)}: {report.Summary}.");
        return CommandLine.Done;
    }
}
