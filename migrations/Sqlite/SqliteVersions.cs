using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.Data.Sqlite;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>How a process notices that another one has saved something in the same file.</summary>
public static class SqliteVersions
{
    /// <summary>
    /// Tells of every version, and of every one that is raised, until something fails or it is cancelled. SQLite can tell
    /// nobody; but a connection that is kept knows without reading a row whether others have written since
    /// (https://sqlite.org/pragma.html#pragma_data_version). Each time it says whether the file is still in its place; once
    /// it is not, nothing is read from it any more.
    /// </summary>
    public static async Task WatchAsync(
        string connectionString, Action<Area, long> seen, Action<bool> moved, CancellationToken cancellationToken)
    {
        var own = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 1 };
        await using var connection = new SqliteConnection(own.ConnectionString);
        connection.Open();
        await using var changes = connection.CreateCommand();
        changes.CommandText = "PRAGMA data_version";
        await using var all = connection.CreateCommand();
        all.CommandText = """SELECT "Area", "Number" FROM "Versions" """;
        using var timer = new PeriodicTimer(Versions.LookEvery, TimeProvider.System);
        object? known = null;
        do
        {
            var isElsewhere = connection.HasMoved();
            moved(isElsewhere);
            if (isElsewhere) continue;
            var now = changes.ExecuteScalar(); // before the rows: what is written in between is looked at next time
            if (Equals(now, known)) continue;
            using (var rows = all.ExecuteReader())
                while (rows.Read()) seen(new Area(rows.GetString(0)), rows.GetInt64(1));
            known = now;
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
