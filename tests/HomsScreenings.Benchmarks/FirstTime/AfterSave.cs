using System.Diagnostics;
using System.Globalization;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Benchmarks.FirstTime;

/// <summary>Somebody saves, and the next visitors of the first page come all at once: how long the last of them waits.</summary>
static class AfterSave
{
    const int Visitors = 16, Saves = 20;
    const double Goal = 50;

    // Other processes look once a second whether somebody has saved.
    static readonly TimeSpan UntilNoticed = TimeSpan.FromSeconds(1.5);

    public static async Task RunAsync(string database, Options options, Action<string> say)
    {
        List<double> slowest = [];
        await using (var site = await Site.ServeAsync(database))
        {
            for (var save = 0; save < Saves + 2; save++)
            {
                await SaveAsync(database, options);
                await Task.Delay(UntilNoticed);
                var waited = Ask(site.Url, Visitors);
                if (save >= 2) slowest.Add(waited); // the compiler has warmed up
            }
        }
        slowest.Sort();
        var (one, all) = await StatementsAsync(database, options);
        say("");
        say(string.Create(CultureInfo.InvariantCulture, $"| home after a save, {Visitors} visitors at once | measured | goal |"));
        say("| --- | ---: | ---: |");
        say(string.Create(
            CultureInfo.InvariantCulture, $"| the last of them, ms: median of {Saves} saves | {slowest[slowest.Count / 2]:N0} | {Goal} |"));
        say(string.Create(
            CultureInfo.InvariantCulture, $"| the same, the worst | {slowest[^1]:N0} | {Goal}{(slowest[^1] > Goal ? ", missed" : "")} |"));
        say(string.Create(CultureInfo.InvariantCulture,
            $"| SQL statements for all of them | {all} | {one}, those of one{(all > one ? ", missed" : "")} |"));
    }

    // All wait at one barrier, each on a connection that is open already.
    static double Ask(Uri site, int visitors)
    {
        using var start = new Barrier(visitors);
        var times = new long[visitors];
        var threads = Enumerable.Range(0, visitors).Select(i => new Thread(() =>
        {
            using var visitor = new Visitor(site);
            start.SignalAndWait();
            times[i] = visitor.Ask(Load.RequestFor(site, ""), 200);
        }, 256 * 1024)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return times.Max() * 1000.0 / Stopwatch.Frequency;
    }

    // One rendering asks the database as often for all as for one.
    static async Task<(int One, int All)> StatementsAsync(string database, Options options)
    {
        await using var site = await Site.ServeAsync(database, Site.TellsStatements);
        Ask(site.Url, 1);
        return (await CountAsync(1), await CountAsync(Visitors));

        async Task<int> CountAsync(int visitors)
        {
            await SaveAsync(database, options);
            await Task.Delay(UntilNoticed);
            site.TakeLines();
            Ask(site.Url, visitors);
            await Task.Delay(300); // the log is written behind the answer
            return Site.Statements(site.TakeLines());
        }
    }

    static async Task SaveAsync(string database, Options options)
    {
        var storage = new DbContextOptionsBuilder<ScreeningsDb>();
        if (options.Database is null) storage.UseSqliteStorage($"Data Source={database}");
        else storage.UsePostgresStorage(database);
        var versions = options.Database is null ? new Versions() : new Versions { Announce = PostgresVersions.AnnounceAsync };
        await using var db = new ScreeningsDb(storage.Options, RecordSaving.Steps, versions, TimeProvider.System);
        var first = await db.Screenings.Where(s => s.PublishedAt != null).OrderBy(s => s.Id).FirstAsync();
        first.Captions = !first.Captions;
        await db.SaveChangesAsync();
    }
}
