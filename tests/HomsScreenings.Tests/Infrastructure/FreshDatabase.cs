using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>A database of its own for each test, copied from one to which the migrations have been applied.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    static readonly SemaphoreSlim OneCopyAtATime = new(1);
    static int _count;

    readonly Database _kind;
    readonly string _name;

    FreshDatabase(Database kind, string name, string connectionString) => (_kind, _name, ConnectionString) = (kind, name, connectionString);

    public string ConnectionString { get; }

    public string Provider => _kind == Database.Sqlite ? "Sqlite" : "PostgreSQL";

    public static async Task<FreshDatabase> CreateAsync(Database kind)
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        if (kind == Database.Sqlite)
        {
            var file = Path.Combine(RunFolder.Path, $"{name}.db");
            File.Copy(await SqliteTemplate.Value, file, overwrite: true);
            return new FreshDatabase(kind, file, $"Data Source={file};Pooling=false");
        }
        var server = await PostgresServer.RunningAsync();
        var template = await PostgresTemplate.Value;
        await OneCopyAtATime.WaitAsync();
        try { await server.CopyAsync(template, name); }
        finally { OneCopyAtATime.Release(); }
        return new FreshDatabase(kind, name, server.ConnectionStringOf(name));
    }

    /// <summary>A database without any table.</summary>
    public static async Task<FreshDatabase> CreateEmptyAsync(Database kind)
    {
        var name = $"empty_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        if (kind == Database.Sqlite)
        {
            var file = Path.Combine(RunFolder.Path, $"{name}.db");
            return new FreshDatabase(kind, file, $"Data Source={file};Pooling=false");
        }
        var server = await PostgresServer.RunningAsync();
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        return new FreshDatabase(kind, name, server.ConnectionStringOf(name));
    }

    /// <summary>A context of one's own, beside those of the program.</summary>
    public ScreeningsDb Open(TimeProvider clock, Versions? versions = null, Action<DbContextOptionsBuilder>? and = null) =>
        new(Options(and), RecordSaving.Steps, versions ?? new Versions(), clock);

    /// <summary>Everything that is kept, to the byte: the file with its log, or what the server gives out for a backup.</summary>
    public async Task<byte[]> BytesAsync()
    {
        if (_kind == Database.Postgres) return await (await PostgresServer.RunningAsync()).DumpAsync(_name);
        using var all = new MemoryStream();
        foreach (var file in new[] { _name, _name + "-wal", _name + "-shm" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(all);
        }
        return all.ToArray();
    }

    DbContextOptions<ScreeningsDb> Options(Action<DbContextOptionsBuilder>? and)
    {
        var options = new DbContextOptionsBuilder<ScreeningsDb>();
        if (_kind == Database.Sqlite) options.UseSqliteStorage(ConnectionString);
        else options.UsePostgresStorage(ConnectionString);
        and?.Invoke(options);
        return options.Options;
    }

    public async ValueTask DisposeAsync()
    {
        if (_kind == Database.Sqlite)
        {
            foreach (var file in new[] { _name, _name + "-wal", _name + "-shm" }) File.Delete(file);
            return;
        }
        var server = await PostgresServer.RunningAsync();
        Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(ConnectionString));
        await server.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(RunFolder.Path, "template.db");
        var template = new FreshDatabase(Database.Sqlite, file, $"Data Source={file};Pooling=false");
        await using (var db = template.Open(TimeProvider.System))
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return file;
    }

    static async Task<string> MakePostgresTemplateAsync()
    {
        var server = await PostgresServer.RunningAsync();
        const string name = "template_programme";
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        var template = new FreshDatabase(Database.Postgres, name, server.ConnectionStringOf(name) + ";Pooling=false");
        await using var db = template.Open(TimeProvider.System);
        await db.Database.MigrateAsync();
        return name;
    }
}
