using HomsScreenings.Import;
using HomsScreenings.Records;
using HomsScreenings.Samples;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// Puts the first programme into an empty database, with a labelled sample where that is wanted, and takes the sample
/// out where it is not: section 'Programme' of the settings. On any other start it costs one statement.
/// </summary>
static class FirstStart
{
    /// <exception cref="StartupProblem">The first programme cannot be loaded; the sentence has all problems.</exception>
    public static async Task LoadFirstProgrammeAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        var wantsSample = app.Configuration.GetValue("Programme:Sample", false);
        var found = await db.Versions.Where(v => v.Area == Area.Programme.Name).Select(_ => new
        {
            IsEmpty = !db.Films.Any() && !db.Series.Any() && !db.Screenings.Any(),
            HasSample = db.Screenings.Any(s => s.IsSample) || db.Series.Any(s => s.IsSample),
        }).SingleAsync(cancellationToken);
        if (found.HasSample && !wantsSample) await RemoveSampleAsync(db, cancellationToken);
        if (found.IsEmpty)
            await LoadAsync(app, db, wantsSample && !await SampleProgramme.WasRemovedAsync(db, cancellationToken), cancellationToken);
    }

    static async Task RemoveSampleAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var count = await SampleProgramme.RemoveAsync(db, cancellationToken);
        Console.WriteLine($"Removed the sample, {count} screenings, for Programme:Sample is not true.");
    }

    static async Task LoadAsync(WebApplication app, ScreeningsDb db, bool withSample, CancellationToken cancellationToken)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var file = app.Configuration["Programme:LoadWhenEmpty"];
        var programme = string.IsNullOrWhiteSpace(file) ? new ProgrammeFile() : await ReadAsync(app, file, cancellationToken);
        if (withSample) programme = SampleProgramme.With(programme, clock.Now());
        var report = await ProgrammeFiles.OrProblemAsync(() => new ProgrammeLoader(db, clock).LoadAsync(programme, cancellationToken));
        if (report.IsRefused) throw Refused(file, report.Problems);
        if (report.Records.Count > 0) Console.WriteLine($"Loaded the first programme: {report.Summary}.");
    }

    static async Task<ProgrammeFile> ReadAsync(WebApplication app, string file, CancellationToken cancellationToken)
    {
        string[] places = [Path.Combine(app.Environment.ContentRootPath, file), Path.Combine(AppContext.BaseDirectory, file)];
        var path = places.FirstOrDefault(File.Exists)
            ?? throw new StartupProblem(
                $"The setting Programme:LoadWhenEmpty names '{file}', which is neither in {app.Environment.ContentRootPath} nor in {AppContext.BaseDirectory}.");
        var problems = new List<string>();
        var programme = ProgrammeReader.Read(await ProgrammeFiles.ReadAsync(path, cancellationToken), problems);
        return programme is null || problems.Count > 0 ? throw Refused(file, problems) : programme;
    }

    static StartupProblem Refused(string? file, IReadOnlyList<string> problems) =>
        new($"The first programme cannot be loaded{(file is null ? "" : $" from {file}")}:\n{string.Join('\n', problems)}");
}
