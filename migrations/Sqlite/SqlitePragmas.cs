using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>
/// What each connection is told. The write-ahead log lets readers go on while somebody writes; it is a property of the
/// file, set once. <c>synchronous=FULL</c> waits until the log is on the disk before a save is answered: the default
/// of most set-ups, NORMAL, may lose the last answered saves when the power goes, and an organiser who was told 'saved'
/// must be able to rely on it. It costs one fsync for each save, and saves are few. <c>secure_delete</c> overwrites what is deleted: a guest
/// who is forgotten is not to be found in the file either.
/// </summary>
sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-8000; PRAGMA secure_delete=ON;";

    // EF Core looks whether the file is there over a connection that may only read, which cannot change how it is kept.
    static string PragmasOf(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? "PRAGMA busy_timeout=30000;" : Pragmas;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = PragmasOf(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = PragmasOf(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
