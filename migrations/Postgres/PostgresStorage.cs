using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>The large database: any number of processes on any number of machines.</summary>
public static class PostgresStorage
{
    static readonly SaveFailures Failures = new(IsUnavailable);

    public static DbContextOptionsBuilder UsePostgresStorage(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name))
        .AddInterceptors(CommitInterceptor.Instance, Failures)
        .AddRules();

    /// <summary>
    /// Lets the planner look at what the tables hold, and notes which of their pages everybody may read from an index
    /// alone: what autovacuum would do some minutes later.
    /// </summary>
    public static Task AnalyzeAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)", cancellationToken);

    /// <summary>
    /// Whether the server can do no work just now, whatever was asked of it: it is away, only lets read, has no room, or
    /// took too long (https://www.postgresql.org/docs/current/errcodes-appendix.html). Where two saves got into each
    /// other's way, it is well.
    /// </summary>
    public static bool IsUnavailable(Exception problem) => problem switch
    {
        PostgresException stopped => stopped.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction
            || stopped.SqlState[..2] is "08" or "53" or "57" or "58",
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>Whether a save would be taken now: a standby, or a server that was told so, only lets read.</summary>
    public static async Task<bool> CanWriteAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<string>($"""SELECT current_setting('transaction_read_only') AS "Value" """)
            .SingleAsync(cancellationToken) == "off";
}

sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ScreeningsDb>
{
    public ScreeningsDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ScreeningsDb>)new DbContextOptionsBuilder<ScreeningsDb>().UsePostgresStorage(
            "Host=localhost;Database=design").Options,
            SaveSteps.None, new Versions(), TimeProvider.System);
}
