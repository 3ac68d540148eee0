using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>
/// What each connection is told. The write-ahead log lets readers go on while somebody writes; it is a property of the
/// file, set once. <c>synchronous=FULL</c> waits until the log is on the disk before a save is answered: the default
/// of most set-ups, NORMAL, may lose the last answered saves when the power goes, and an organiser who was told 'saved'
/// must be able to rely on it. It costs one fsync for each save, and saves are few. <c>secure_delete</c> overwrites what
/// is deleted: a guest who was erased is not to be found in the file either.
/// </summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    /// <summary>How long somebody who wants to write waits for another, in milliseconds.</summary>
    const long Patience = 30_000;

    const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-8000; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection,
        ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell((SqliteConnection)connection); // SQLite works in this process: there is nothing to wait for
        return Task.CompletedTask;
    }

    // A connection that comes back from the pool has been told already, and to ask it is quicker than to tell it again.
    static void Tell(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";
        if (command.ExecuteScalar() is Patience) return;
        command.CommandText = PragmasOf(connection);
        command.ExecuteNonQuery();
    }

    // EF Core looks whether the file is there over a connection that may only read, which cannot change how it is kept.
    static string PragmasOf(SqliteConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly
        ? "PRAGMA busy_timeout=30000;" : Pragmas;
}
