using Microsoft.Data.Sqlite;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>Lets one process at a time bring a file up to date.</summary>
public static class SqliteMigrationLock
{
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Waits until no other process migrates. The lock lies on an empty file beside the database and ends with its
    /// process, however that ends. Entity Framework's own lock is a row, which stays behind when its process is killed,
    /// and everybody would wait for it for ever: whoever has the file knows that the row is nobody's, and removes it.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="waits">Told once where another process is at it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<IAsyncDisposable> AcquireAsync(string connectionString, Action waits, CancellationToken cancellationToken)
    {
        var held = SqliteStorage.FileOf(connectionString) is { } file
            ? await HoldAsync(file + "-migrating", waits, cancellationToken) : Stream.Null;
        try
        {
            RemoveRow(connectionString);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    static async Task<Stream> HoldAsync(string file, Action waits, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            if (TryHold(file) is { } held) return held;
            if (tries == 0) waits();
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }
    }

    // The file stays when it is let go: one that is removed could be held by two, each in a file of that name.
    static FileStream? TryHold(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try { return new FileStream(file, options); }
        catch (IOException) when (File.Exists(file)) { return null; }
    }

    static void RemoveRow(string connectionString)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (command.ExecuteScalar() is not 1L) return;
        command.CommandText = """DELETE FROM "__EFMigrationsLock" """;
        command.ExecuteNonQuery();
    }
}
