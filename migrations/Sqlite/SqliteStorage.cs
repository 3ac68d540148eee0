using HomsScreenings.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HomsScreenings.Migrations.Sqlite;

/// <summary>The small database: one file, one machine.</summary>
public static class SqliteStorage
{
    static readonly SaveFailures Failures = new(IsUnavailable);

    /// <summary>
    /// Configures the context for a SQLite file. Foreign keys are on and writers wait up to 30 seconds for one another;
    /// see <see cref="SqlitePragmas"/> for the rest.
    /// </summary>
    public static DbContextOptionsBuilder UseSqliteStorage(this DbContextOptionsBuilder options, string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 };
        return options
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name)
                // A list is one parameter, as it is on the other database: with one for each of its numbers no statement
                // would be known from the time before, and each would be put together and parsed anew.
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqlitePragmas.Instance, CommitInterceptor.Instance, Failures)
            .AddRules();
    }

    /// <summary>
    /// Lets go of what was deleted: rows are overwritten where they stood (see <see cref="SqlitePragmas"/>), and the log
    /// that still holds them is put into the file and emptied.
    /// </summary>
    public static Task ForgetDeletedAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);

    /// <summary>
    /// Gives a connection 256 MB for pages in place of 8: a load into a large file changes pages of every index, again and
    /// again, and would write and read each of them many times. What SQLite needs to take back one statement of many rows
    /// stays in memory, too.
    /// </summary>
    public static Task ExpectLoadAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-262144; PRAGMA temp_store=MEMORY", cancellationToken);

    /// <summary>
    /// Lets the planner look at what the tables hold, which it never does by itself: a sample of each index, so that it
    /// takes no longer for a large file.
    /// </summary>
    public static Task AnalyzeAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; ANALYZE", cancellationToken);

    /// <summary>
    /// Whether the file can do no work just now, whatever was asked of it: it was locked for too long, has no room on its
    /// disk, may only be read, or is broken (https://sqlite.org/rescode.html).
    /// </summary>
    public static bool IsUnavailable(Exception problem) => problem is SqliteException
    {
        SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NoDatabase
    };

    const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    // With less than that free a save may fail at any moment.
    const long LeastFree = 1_000_000;

    /// <summary>Whether a save would be taken now: the disk has room, and the file may be written to.</summary>
    public static async Task<bool> CanWriteAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetDbConnection();
        if (FileOf(connection.ConnectionString) is { } file && new DriveInfo(file).AvailableFreeSpace < LeastFree) return false;
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (((SqliteConnection)connection).IsReadOnly()) return false;
        await using var command = connection.CreateCommand();
        // The next one to have this connection is given its patience back (SqlitePragmas).
        command.CommandText = "PRAGMA busy_timeout=0; BEGIN IMMEDIATE; ROLLBACK";
        command.CommandTimeout = 1;
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is Busy or Locked) { return true; } // somebody else writes just now
        catch (SqliteException problem) when (problem.SqliteErrorCode is ReadOnly or Full) { return false; }
    }

    /// <summary>The file that a connection string names, as a full path; null for a database in memory.</summary>
    public static string? FileOf(string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        return connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:" ? null
            : Path.GetFullPath(connection.DataSource);
    }
}

sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ScreeningsDb>
{
    public ScreeningsDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ScreeningsDb>)new DbContextOptionsBuilder<ScreeningsDb>().UseSqliteStorage("Data Source=design.db").Options,
            SaveSteps.None, new Versions(), TimeProvider.System);
}
