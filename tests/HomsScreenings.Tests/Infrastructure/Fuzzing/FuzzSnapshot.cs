using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>
/// The state of a database, brought back while the program runs on: in time the administrator among the people has deleted
/// all there is.
/// </summary>
sealed class FuzzSnapshot
{
    const int MaxTries = 100;

    readonly ScreeningsApp _app;
    readonly string _live, _kept;

    FuzzSnapshot(ScreeningsApp app) =>
        (_app, _live, _kept) = (app, app.Database.ConnectionString, app.Database.ConnectionString.Replace(".db;", ".kept.db;",
            StringComparison.Ordinal));

    bool IsSqlite => _app.Database.Provider == "Sqlite";
    string Name => new NpgsqlConnectionStringBuilder(_live).Database!;

    public static async Task<FuzzSnapshot> TakeAsync(ScreeningsApp app)
    {
        await app.RaiseAsync(Area.Programme);
        await app.RaiseAsync(Area.Seats);
        var snapshot = new FuzzSnapshot(app);
        if (snapshot.IsSqlite) await CopyAsync(snapshot._live, snapshot._kept);
        else await CopyOnServerAsync(snapshot.Name, $"{snapshot.Name}_kept");
        return snapshot;
    }

    public async Task BringBackAsync()
    {
        if (IsSqlite) await CopyAsync(_kept, _live);
        else await CopyOnServerAsync($"{Name}_kept", Name);
        var versions = _app.Services.GetRequiredService<Versions>();
        // A number only ever rises: under an earlier one the program would show what it keeps in memory.
        await _app.InDbAsync(async db =>
        {
            foreach (var area in await db.Versions.Select(v => v.Area).ToListAsync())
            {
                var next = versions.Of(new Area(area)).Number + 1;
                await db.Versions.Where(v => v.Area == area).ExecuteUpdateAsync(s => s.SetProperty(v => v.Number, next));
            }
            await db.LearnAsync(versions, CancellationToken.None);
        });
    }

    public async Task DropAsync()
    {
        if (IsSqlite) File.Delete(new SqliteConnectionStringBuilder(_kept).DataSource);
        else await (await PostgresServer.RunningAsync()).ExecuteAsync($"DROP DATABASE IF EXISTS {Name}_kept WITH (FORCE)");
    }

    // What goes on beside the requests may have it locked for a moment.
    static async Task CopyAsync(string from, string to)
    {
        for (var tries = 1; ; tries++)
            try
            {
                await using var source = new SqliteConnection(from);
                await using var target = new SqliteConnection(to);
                await source.OpenAsync();
                await target.OpenAsync();
                source.BackupDatabase(target);
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6 && tries < MaxTries)
            {
                await Task.Delay(20);
            }
    }

    // A copy is made of what nobody is connected to.
    static async Task CopyOnServerAsync(string from, string to)
    {
        var server = await PostgresServer.RunningAsync();
        await server.ExecuteAsync($"DROP DATABASE IF EXISTS {to} WITH (FORCE)");
        await server.ExecuteAsync($"ALTER DATABASE {from} ALLOW_CONNECTIONS false");
        await server.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from}'");
        await server.CopyAsync(from, to);
        await server.ExecuteAsync($"ALTER DATABASE {from} ALLOW_CONNECTIONS true");
        NpgsqlConnection.ClearAllPools();
    }
}
