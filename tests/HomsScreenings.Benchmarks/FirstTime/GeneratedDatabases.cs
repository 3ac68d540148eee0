using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace HomsScreenings.Benchmarks.FirstTime;

/// <summary>Databases with generated programmes of several sizes: files, or databases beside the one of a connection string.</summary>
sealed class GeneratedDatabases(Options options, string folder)
{
    readonly List<(int Screenings, TimeSpan Took)> _generated = [];

    public string Provider => options.Database is null ? "SQLite" : "PostgreSQL";

    /// <summary>A database with so many screenings, a file or a connection string; made where there is none yet.</summary>
    public async Task<string> GetAsync(int screenings)
    {
        var (database, isThere) = options.Database is { } server ? await ServerAsync(server, screenings) : File(screenings);
        if (isThere) return database;
        var since = Stopwatch.GetTimestamp();
        await Site.GenerateAsync(database, screenings);
        _generated.Add((screenings, Stopwatch.GetElapsedTime(since)));
        return database;
    }

    /// <summary>How long it took to generate those that were not there.</summary>
    public void SayHowLong(Action<string> say)
    {
        if (_generated.Count == 0) return;
        say("");
        say($"| `generate --screenings` on {Provider} | minutes | a second |");
        say("| ---: | ---: | ---: |");
        foreach (var (screenings, took) in _generated)
            say(string.Create(
                CultureInfo.InvariantCulture,
                $"| {screenings:N0}{(screenings == 1_000_000 ? " (goal on SQLite: 10 minutes)" : "")} | {took.TotalMinutes:N1} | {screenings / took.TotalSeconds:N0} |"));
    }

    (string Database, bool IsThere) File(int screenings)
    {
        var file = Path.Combine(options.Data ?? folder, $"{screenings}.db");
        return (file, System.IO.File.Exists(file));
    }

    static async Task<(string Database, bool IsThere)> ServerAsync(string server, int screenings)
    {
        var one = new NpgsqlConnectionStringBuilder(server);
        one.Database += string.Create(CultureInfo.InvariantCulture, $"_{screenings}");
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var look = new NpgsqlCommand("SELECT COUNT(*) FROM pg_database WHERE datname = @name", connection);
        look.Parameters.AddWithValue("name", one.Database!);
        if (await look.ExecuteScalarAsync() is > 0L) return (one.ConnectionString, true);
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{one.Database}\"", connection);
        await create.ExecuteNonQueryAsync();
        return (one.ConnectionString, false);
    }
}
