using System.CommandLine;
using System.Globalization;
using HomsScreenings.Import;
using HomsScreenings.Samples;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Hosting;
using HomsScreenings.Web.Site;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Commands;

/// <summary>The verb 'generate': a large programme for measuring.</summary>
static class GenerateCommand
{
    const int Max = 1_000_000;

    public static Command Verb(string[] settings)
    {
        var screenings = new Option<int>("--screenings") { Description = $"How many, from 1 to {Max}.", HelpName = "N", Required = true };
        var seed = new Option<int>("--seed")
        {
            Description = "Another seed, another programme.",
            HelpName = "S",
            DefaultValueFactory = _ => 1
        };
        screenings.MustLieWithin(1, Max);
        seed.MustLieWithin(0, int.MaxValue);
        var verb = new Command("generate", "Adds a large, realistic, repeatable programme for measuring.") { screenings, seed };
        verb.SetAction(
            (parsed, cancellationToken) => RunAsync(settings, parsed.GetValue(screenings), parsed.GetValue(seed), cancellationToken));
        return verb;
    }

    // What is no number at all the parser has refused by itself.
    static void MustLieWithin(this Option<int> option, int least, int most) => option.Validators.Add(found =>
    {
        if (found.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
            && (number < least || number > most))
            found.AddError($"{option.Name} is a number from {least} to {most}.");
    });

    static async Task<int> RunAsync(string[] settings, int screenings, int seed, CancellationToken cancellationToken)
    {
        await using var app = SiteBuilder.Build(settings);
        await app.Services.PrepareDatabaseAsync(cancellationToken);
        await using (var scope = app.Services.CreateAsyncScope())
            if (await GeneratedProgramme.IsThereAsync(scope.ServiceProvider.GetRequiredService<ScreeningsDb>(), seed, cancellationToken))
                throw new StartupProblem($"A programme with the seed {seed} was generated here before; choose another with --seed.");

        var now = app.Services.GetRequiredService<TimeProvider>().Now();
        foreach (var file in GeneratedProgramme.Files(screenings, seed, now)) await LoadAsync(app.Services, file, cancellationToken);
        await app.Services.AnalyzeDatabaseAsync(cancellationToken);
        Console.WriteLine($"Generated {screenings} screenings with the seed {seed}.");
        return CommandLine.Done;
    }

    // Each in a scope of its own, so that what is saved is not looked at again.
    static async Task LoadAsync(IServiceProvider services, ProgrammeFile file, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        await scope.ServiceProvider.GetRequiredService<StorageOptions>().ExpectLoadAsync(db, cancellationToken);
        var loader = new ProgrammeLoader(db, scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var report = await ProgrammeFiles.OrProblemAsync(() => loader.LoadAsync(file, cancellationToken));
        if (report.IsRefused) throw new StartupProblem(string.Join('\n', report.Problems));
    }
}
