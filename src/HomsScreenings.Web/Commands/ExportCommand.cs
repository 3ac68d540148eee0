using System.CommandLine;
using HomsScreenings.Storage;
using HomsScreenings.Storage.Loading;
using HomsScreenings.Web.Setup;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'export': writes the whole programme into a file that 'load' reads.</summary>
static class ExportCommand
{
    public static Command Verb(string[] settings)
    {
        var file = new Argument<string>("FILE.json") { Description = "Where to write; a file that is there is replaced." };
        var verb = new Command("export", "Writes the whole programme into a file that 'load' reads.") { file };
        verb.SetAction((parsed, cancel) => RunAsync(settings, ProgrammeFiles.Typed(parsed.GetRequiredValue(file)), cancel));
        return verb;
    }

    static async Task<int> RunAsync(string[] settings, string file, CancellationToken cancel)
    {
        await using var app = SiteBuilder.Build(settings);
        await app.Services.PrepareDatabaseAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var programme = await ProgrammeExport.MakeAsync(scope.ServiceProvider.GetRequiredService<ScreeningsDb>(), cancel);
        await ProgrammeFiles.WriteAsync(file, ProgrammeWriter.Write(programme), cancel);
        Console.WriteLine($"Exported {programme.Films.Count} films, {programme.Series.Count} series, {programme.Venues.Count} venues and {programme.Screenings.Count} screenings to {Path.GetFileName(file)}.");
        return CommandLine.Done;
    }
}
