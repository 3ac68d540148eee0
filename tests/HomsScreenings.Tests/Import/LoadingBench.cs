using System.Text;
using HomsScreenings.Import;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Import;

/// <summary>A database of its own into which files are loaded, each with a fresh context as a command has it.</summary>
sealed class LoadingBench : IAsyncDisposable
{
    readonly FreshDatabase _database;

    LoadingBench(FreshDatabase database) => _database = database;

    public StoppedClock Clock { get; } = new();

    public static async Task<LoadingBench> OpenAsync(Database database) => new(await FreshDatabase.CreateAsync(database));

    public async Task<T> InDbAsync<T>(Func<ScreeningsDb, Task<T>> act)
    {
        await using var db = _database.Open(Clock);
        return await act(db);
    }

    public Task InDbAsync(Func<ScreeningsDb, Task> act) => InDbAsync(async db => { await act(db); return true; });

    public Task<LoadReport> LoadAsync(string json) =>
        InDbAsync(db => new ProgrammeLoader(db, Clock).LoadAsync(Encoding.UTF8.GetBytes(json), CancellationToken.None));

    public Task<LoadReport> LoadAsync(ProgrammeFile file) =>
        InDbAsync(db => new ProgrammeLoader(db, Clock).LoadAsync(file, CancellationToken.None));

    /// <summary>Loads what must be right.</summary>
    public async Task<LoadReport> LoadedAsync(string json)
    {
        var report = await LoadAsync(json);
        Assert.Empty(report.Problems);
        return report;
    }

    public Task<string> ExportAsync() =>
        InDbAsync(async db => Encoding.UTF8.GetString(ProgrammeWriter.Write(await ProgrammeExport.MakeAsync(db, CancellationToken.None))));

    public Task<Screening> ScreeningAsync(string slug) =>
        InDbAsync(db => db.Screenings.Include(s => s.Films).Include(s => s.Venue).SingleAsync(s => s.Slug == slug));

    /// <summary>Everything that rises when a record is saved.</summary>
    public Task<string> StateAsync() => InDbAsync(async db =>
    {
        var versions = (await db.Films.Select(f => f.Version).ToListAsync())
            .Concat(await db.Screenings.Select(f => f.Version).ToListAsync()).Concat(await db.Venues.Select(f => f.Version).ToListAsync())
            .Concat(await db.Series.Select(f => f.Version).ToListAsync()).Concat(await db.People.Select(f => f.Version).ToListAsync())
            .Concat(await db.Organisations.Select(f => f.Version).ToListAsync());
        var programme = await db.Versions.Where(v => v.Area == "programme").Select(v => v.Number).SingleAsync();
        return $"version {programme}, saves {await db.Audit.CountAsync()}, versions {string.Join(' ', versions)}";
    });

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

static class Files
{
    public static string Homs => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data/homs.json"));

    const string AtTheHall = "\"venue\": \"hall\", \"date\": \"2026-07-01\", \"time\": \"20:00\"";

    /// <summary>One film of two lengths, two venues in two zones, and a screening with further fields.</summary>
    public static string OneScreening(string screening = AtTheHall,
        string films = """[{ "film": "homs" }]""", string hall = "", string status = "published") => $$"""
        {
          "format": 1,
          "films": [{ "slug": "homs", "title": "Homs", "kind": "documentary", "runningTimes": [{ "minutes": 90 }, { "minutes": 60, "cut": "Short cut" }] }],
          "venues": [
            { "slug": "hall", "name": "Hall", "timeZone": "Europe/London", "rooms": [{ "name": "Screen 1" }]{{hall}} },
            { "slug": "portland", "name": "Portland", "timeZone": "America/Los_Angeles" },
            { "slug": "nowhere", "name": "Nowhere" }
          ],
          "screenings": [{ "slug": "one", "status": "{{status}}", "films": {{films}}, {{screening}} }]
        }
        """;
}
