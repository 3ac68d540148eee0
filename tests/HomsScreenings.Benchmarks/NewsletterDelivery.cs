using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Benchmarks;

/// <summary>
/// One newsletter to very many, sent by several processes on PostgreSQL to a mail server that was not written here, while one process
/// after the other is killed at random and started again: who got it how often, and how long it took.
/// </summary>
sealed class NewsletterDelivery(Options run)
{
    const string Python = "/usr/bin/python3";
    readonly string _notes = Path.Combine(Directory.CreateTempSubdirectory("homs-newsletter-").FullName, "mails");
    readonly DbContextOptions<ScreeningsDb> _database =
        (DbContextOptions<ScreeningsDb>)new DbContextOptionsBuilder<ScreeningsDb>().UsePostgresStorage(run.Database!).Options;
    readonly Versions _versions = new();

    public static async Task RunAsync(Options options, Action<string> say)
    {
        var delivery = new NewsletterDelivery(options);
        await delivery.FillAsync();
        using var server = delivery.StartMailServer(out var port);
        try
        {
            var watch = Stopwatch.StartNew();
            await delivery.SendAsync(port);
            delivery.Tell(watch.Elapsed, say);
        }
        finally { server.Kill(); }
    }

    async Task FillAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        var organisation = db.Organisations.Add(new Organisation { Slug = "campaign", Name = "Sample campaign" }).Entity;
        await db.SaveChangesAsync();
        var entry = db.Journal.Add(new JournalEntry
        {
            Slug = "newsletter",
            Title = "Sample newsletter",
            Kind = EntryKind.Newsletter,
            OrganisationId = organisation.Id,
            Body = string.Join("\n\n", Enumerable.Repeat("A sample of a paragraph, as long as people write them in newsletters.", 20)),
        }).Entity;
        entry.Publish(now);
        for (var i = 0; i < run.Subscribers; i++)
            db.Subscriptions.Add(new Subscription
            {
                Email = Address(i),
                EmailKey = Address(i),
                Filter = "organisation=campaign",
                Language = i % 4 == 0 ? "ar" : "en",
                Rhythm = SubscriptionRhythm.Never,
                Newsletters = true,
                AskedAt = now,
                ConfirmedAt = now,
                ToldUntil = now,
            });
        await db.SaveChangesAsync();
        db.Mailings.Add(new Mailing { EntryId = entry.Id, PlannedFor = now });
        await db.SaveChangesAsync();
    }

    ScreeningsDb Open() => new(_database, RecordSaving.Steps, _versions, TimeProvider.System);

    static string Address(int i) => string.Create(CultureInfo.InvariantCulture, $"reader{i}@example.org");

    Process StartMailServer(out int port)
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        var process = Process.Start(new ProcessStartInfo(Python, [Beside("counting-mail-server.py"), _notes, $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        if (process.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException("The mail server did not start.");
        return process;
    }

    async Task SendAsync(int port)
    {
        string[] settings =
        [
            "--Mail:Host=127.0.0.1", $"--Mail:Port={port}", "--Mail:From=screenings@example.org", "--Mail:BulkPerMinute=1000000",
            "--Logging:LogLevel:HomsScreenings=Warning",
        ];
        // One after the other: the first one makes the tables.
        var sites = new List<Site>();
        for (var i = 0; i < run.Processes; i++) sites.Add(await Site.ServeAsync(run.Database!, settings));
        var chance = new Random(20);
        for (var killed = 0; killed < run.Kills; killed++)
        {
            // Spread over the whole delivery, so that it is broken off at its beginning, in its middle and near its end.
            var next = Delivered() + (int)(run.Subscribers / (run.Kills + 1.0) * (0.5 + chance.NextDouble()));
            while (Delivered() < next && await WaitingAsync() > 0) await Task.Delay(100);
            var victim = chance.Next(sites.Count);
            await sites[victim].DisposeAsync(); // SIGKILL: nothing is finished, nothing is handed over
            sites[victim] = await Site.ServeAsync(run.Database!, settings);
        }
        while (await WaitingAsync() > 0) await Task.Delay(TimeSpan.FromSeconds(2));
        foreach (var site in sites) await site.DisposeAsync();
    }

    async Task<int> WaitingAsync()
    {
        await using var db = Open();
        return await db.Mailings.AnyAsync(m => m.QueuedAt == null) ? 1 : await db.Outbox.CountAsync(m => m.SentAt == null);
    }

    int Delivered() => File.Exists(_notes) ? File.ReadLines(_notes).Count() : 0;

    void Tell(TimeSpan took, Action<string> say)
    {
        var mails = Delivered();
        var got = File.ReadLines(_notes).Select(line => line.Split(' ')).GroupBy(l => l[0], l => l[1]).ToList();
        say(string.Create(CultureInfo.InvariantCulture,
            $"A newsletter to {run.Subscribers} addresses by {run.Processes} processes, killed {run.Kills} times, {took.TotalMinutes:N1} minutes:"));
        say("");
        say("| what an address got | addresses |");
        say("| --- | ---: |");
        say($"| nothing | {run.Subscribers - got.Count} |");
        say($"| it once | {got.Count(g => g.Count() == 1)} |");
        say($"| it more than once, always with the same Message-ID | {got.Count(g => g.Count() > 1 && g.Distinct().Count() == 1)} |");
        say($"| it with two Message-IDs | {got.Count(g => g.Distinct().Count() > 1)} |");
        say("");
        say($"{mails} mails reached the server; no address got more than {got.Max(g => g.Count())}.");
    }

    static string Beside(string name, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, name);
}
