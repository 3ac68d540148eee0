using System.CommandLine;
using HomsScreenings.Import;
using HomsScreenings.Storage;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Pictures;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'load': loads a programme file, or names each problem with its place and changes nothing.</summary>
static class LoadCommand
{
    // From so many records on the database may hold something else than it did when it last looked.
    const int LargeLoad = 1_000;

    public static Command Verb(string[] settings)
    {
        var file = new Argument<string>("FILE.json") { Description = "The programme; docs/programme-format.md describes the format." };
        var verb = new Command("load", "Loads a programme. Loading the same file again changes nothing.") { file };
        var pictures = new Option<string?>("--pictures")
        {
            Description = "The folder with the files of the pictures.",
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
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        await scope.ServiceProvider.GetRequiredService<StorageOptions>().ExpectLoadAsync(db, cancellationToken);
        var store = scope.ServiceProvider.GetRequiredService<PictureStore>();
        var loader = new ProgrammeLoader(db, scope.ServiceProvider.GetRequiredService<TimeProvider>())
        {
            HasPicture = async picture =>
            {
                if (folder is not null) await store.CopyFromAsync(folder, picture.File, picture.Width, cancellationToken);
                return await store.HasAsync(picture.File, picture.Width, cancellationToken);
            },
        };
        var json = await ProgrammeFiles.ReadAsync(file, cancellationToken);
        var report = await ProgrammeFiles.OrProblemAsync(() => loader.LoadAsync(json, cancellationToken));
        foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem);
        if (report.IsRefused) return CommandLine.InputIsWrong;
        if (report.Records.Count >= LargeLoad) await app.Services.AnalyzeDatabaseAsync(cancellationToken);
        foreach (var note in report.Notes) Console.WriteLine(note);
        Console.WriteLine($"Loaded {Path.GetFileName(file)}: {report.Summary}.");
        return CommandLine.Done;
    }
}
