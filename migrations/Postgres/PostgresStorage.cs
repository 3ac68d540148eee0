using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>The large database: any number of processes on any number of machines.</summary>
public static class PostgresStorage
{
    public static DbContextOptionsBuilder UsePostgresStorage(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name))
        .AddInterceptors(CommitInterceptor.Instance)
        .AddRules();

    /// <summary>
    /// Lets the planner look at what the tables hold, and notes which of their pages everybody may read from an index
    /// alone: what autovacuum would do some minutes later.
    /// </summary>
    public static Task AnalyzeAsync(ScreeningsDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)", cancellationToken);
}

sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ScreeningsDb>
{
    public ScreeningsDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ScreeningsDb>)new DbContextOptionsBuilder<ScreeningsDb>().UsePostgresStorage(
            "Host=localhost;Database=design").Options,
            SaveSteps.None, new Versions(), TimeProvider.System);
}
