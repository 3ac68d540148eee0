using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace HomsScreenings.Migrations.Postgres;

/// <summary>The large database: any number of processes on any number of machines.</summary>
public static class PostgresStorage
{
    /// <summary>The channel on which processes tell one another of a new programme stamp.</summary>
    public const string VersionChannel = "programme_stamp";

    public static DbContextOptionsBuilder UsePostgresStorage(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name));

    /// <summary>Tells the other processes of a new stamp; they hear it when, and only if, the transaction commits.</summary>
    public static async Task AnnounceAsync(ScreeningsDb db, long stamp, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({VersionChannel}, {stamp.ToString(System.Globalization.CultureInfo.InvariantCulture)})", cancellationToken);

    /// <summary>Listens for new stamps on a connection of its own until it breaks or is cancelled.</summary>
    public static async Task ListenAsync(string connectionString, Action<long> heard, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, note) =>
        {
            if (long.TryParse(note.Payload, System.Globalization.CultureInfo.InvariantCulture, out var stamp)) heard(stamp);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {VersionChannel}", connection)) await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true) await connection.WaitAsync(cancellationToken);
    }
}

sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ScreeningsDb>
{
    public ScreeningsDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ScreeningsDb>)new DbContextOptionsBuilder<ScreeningsDb>().UsePostgresStorage("Host=localhost;Database=design").Options,
            SaveSteps.None, new ProgrammeVersion(), TimeProvider.System);
}
