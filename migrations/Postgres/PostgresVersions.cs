using System.Diagnostics;
using System.Globalization;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>How processes on one server tell one another that something was saved.</summary>
public static class PostgresVersions
{
    const string Channel = "homs_versions";

    /// <summary>Tells the others of a new version, 'programme 17'; they hear it when, and only if, the transaction commits.</summary>
    public static async Task AnnounceAsync(ScreeningsDb db, Area area, long number, CancellationToken cancellationToken)
    {
        var news = string.Create(CultureInfo.InvariantCulture, $"{area.Name} {number}");
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {news})", cancellationToken);
    }

    /// <summary>
    /// Tells of every version, and of every one that is raised, until the connection breaks or it is cancelled. It hears
    /// what others announce, and looks besides, for what was said while nobody listened is not said again.
    /// </summary>
    /// <param name="connectionString">To a connection of its own.</param>
    /// <param name="lookEvery">How often it looks, however little is announced.</param>
    /// <param name="seen">Told of each area and its version.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task WatchAsync(
        string connectionString, TimeSpan lookEvery, Action<Area, long> seen, CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, note) => Hear(note.Payload, seen);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellationToken);
        await using var all = new NpgsqlCommand("""SELECT "Area", "Number" FROM "Versions" """, connection);
        while (true)
        {
            await using (var rows = await all.ExecuteReaderAsync(cancellationToken))
                while (await rows.ReadAsync(cancellationToken)) seen(new Area(rows.GetString(0)), rows.GetInt64(1));
            var looked = Stopwatch.GetTimestamp();
            while (lookEvery - Stopwatch.GetElapsedTime(looked) is var left && left > TimeSpan.Zero)
                await connection.WaitAsync((int)Math.Ceiling(left.TotalMilliseconds), cancellationToken); // 0 would be for ever
        }
    }

    static void Hear(string announced, Action<Area, long> seen)
    {
        if (announced.Split(' ') is not [var area, var number]) return;
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) seen(new Area(area), value);
    }
}
