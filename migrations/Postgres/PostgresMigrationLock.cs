using Npgsql;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>Lets one process at a time bring a database up to date.</summary>
public static class PostgresMigrationLock
{
    // Any number that nobody else takes in this database: 'Homs'.
    const long Key = 0x486F6D73;

    /// <summary>
    /// Waits until no other process migrates. Entity Framework looks for what is pending before it locks, and locks each
    /// migration alone; this lock lies around all of it, on a connection of its own, and ends with that connection.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="waits">Told once where another process is at it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<IAsyncDisposable> AcquireAsync(string connectionString, Action waits, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var attempt = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Key})", connection);
            if (await attempt.ExecuteScalarAsync(cancellationToken) is true) return connection;
            waits();
            await using var wait = new NpgsqlCommand($"SELECT pg_advisory_lock({Key})", connection);
            await wait.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
