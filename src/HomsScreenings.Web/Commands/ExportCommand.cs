using System.CommandLine;
using HomsScreenings.Import;
using HomsScreenings.Storage;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Pictures;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'export': writes the whole programme into a file that 'load' reads.</summary>
static class ExportCommand
{
    public static Command Verb(string[] settings)
    {
        var file = new Argument<string>("FILE.json") { Description = "Where to write; a file that is there is replaced." };
        var verb = new Command("export", "Writes the whole programme into a file that 'load' reads.") { file };
        var pictures = new Option<string?>("--pictures")
        {
            Description = "A folder for the files of the pictures, too.",
            HelpName = "FOLDER",
        };
        verb.Options.Add(pictures);
        verb.SetAction((parsed, cancellationToken) => RunAsync(settings, ProgrammeFiles.Typed(parsed.GetRequiredValue(file)),
            parsed.GetValue(pictures) is { } folder ? ProgrammeFiles.Typed(folder) : null, cancellationToken));
        return verb;
    }

    static async Task<int> RunAsync(string[] settings, string file, string? folder, CancellationToken cancellationToken)
    {
        await using var app = SiteBuilder.Build(settings);
        await app.Services.RequireDatabaseAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var programme = await ProgrammeExport.MakeAsync(scope.ServiceProvider.GetRequiredService<ScreeningsDb>(), cancellationToken);
        await ProgrammeFiles.WriteAsync(file, ProgrammeWriter.Write(programme), cancellationToken);
        if (folder is not null)
        {
            var store = scope.ServiceProvider.GetRequiredService<PictureStore>();
            foreach (var picture in programme.AllPictures) await store.CopyToAsync(folder, picture.File, picture.Width, cancellationToken);
        }
        Console.WriteLine(
            $"Exported {programme.Films.Count} films, {programme.Series.Count} series, {programme.Venues.Count} venues and {programme.Screenings.Count} screenings to {Path.GetFileName(file)}.");
        return CommandLine.Done;
    }
}
