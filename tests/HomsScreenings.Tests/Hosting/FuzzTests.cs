using System.Globalization;
using HomsScreenings.Tests.Infrastructure.Fuzzing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>
/// Requests as no browser sends them, to all routes: none may break the program, keep it busy or fill its memory. Here a
/// few run with each build; many run by hand, alone in their process, with the variables HOMS_FUZZ (how many),
/// HOMS_FUZZ_SEED and HOMS_FUZZ_DATABASE.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    const int Few = 500, Enough = 50_000, Seed = 20261129, MaxTold = 1500;
    const long MostGrowth = 150L * 1024 * 1024;
    const string NoLimit = "1000000000";
    static readonly TimeSpan MostOfTheProcessor = TimeSpan.FromSeconds(1);

    // There is none of it here: no setup after the first account, no second sitemap, no address for reporting holes; and an
    // error is an error.
    static readonly string[] Nowhere = ["/.well-known/security.txt", "/api/{**rest}", "/openapi/{**rest}", "/setup",
        "/sitemap-{number:int:min(1)}.xml", "/nowhere", "/error/{status:int}"];

    static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    static Database Kind => Enum.TryParse<Database>(Environment.GetEnvironmentVariable("HOMS_FUZZ_DATABASE"), out var kind) ? kind
        : Database.Sqlite;

    [Fact]
    public async Task No_request_whatever_is_in_it_breaks_the_program()
    {
        var isLong = Asked("HOMS_FUZZ") is not null;
        await using var database = await FreshDatabase.CreateAsync(Kind);
        await using var app = await ScreeningsApp.StartAsync(database, services => services
            // How long a password takes is settled: hashing them well would take most of the time here.
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1),
            ("ConnectionStrings:Screenings", database.ConnectionString.Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal)),
            ("Accounts:TriesPerMinute", NoLimit), ("Accounts:TriesPerMinuteOfNetwork", NoLimit), ("Guests:FormsPerMinute", NoLimit),
            ("Guests:FormsPerMinuteOfNetwork", NoLimit), ("Guests:MailsPerDay", NoLimit), ("Guests:SeatsPercentOfNetwork", "1000"));
        var world = await FuzzWorld.MakeAsync(app);
        var snapshot = await FuzzSnapshot.TakeAsync(app);
        var run = new FuzzRun(app, world, snapshot, new FuzzRequests(world, new Mutation(Asked("HOMS_FUZZ_SEED") ?? Seed)));
        await run.SendAsync(Asked("HOMS_FUZZ") ?? Few, isLong);
        await snapshot.DropAsync();

        var report = run.Report;
        output.WriteLine($"{report}");
        output.WriteLine($"Nobody got into {string.Join(", ", NotReached(world, report))}");
        output.WriteLine("No form went through at "
            + string.Join(", ", world.Routes.Where(r => r.Forms.Count > 0 && !report.Of(r.Pattern).IsDone).Select(r => r.Pattern)));
        Assert.True(report.Wrong.Count == 0, $"{report.Wrong.Count} kinds:\n{string.Join("\n\n", report.Wrong.Select(Begin))}");
        Assert.True(report.Answered(200) > report.Count / 10, "Hardly anything was answered.");
        // Other tests run beside the short one, and their work would be counted.
        if (!isLong) return;
        Assert.True(report.Slowest < MostOfTheProcessor, $"{report.Slowest.TotalSeconds:0.0} s");
        Assert.True(report.MemoryAfter.Heap - report.MemoryBefore.Heap < MostGrowth, "The memory fills.");
        if (report.Count >= Enough) Assert.Empty(NotReached(world, report).Except(Nowhere));
    }

    static string Begin(string wrong) => wrong.Length > MaxTold ? $"{wrong[..(MaxTold / 2)]} … {wrong[^(MaxTold / 2)..]}" : wrong;

    static IEnumerable<string> NotReached(FuzzWorld world, FuzzReport report) =>
        world.Routes.Select(r => r.Pattern).Where(r => !report.Of(r).IsReached);
}
