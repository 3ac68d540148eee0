using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(HomsScreenings.Tests.Infrastructure.PostgresServer))]

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>
/// A real PostgreSQL of the test run's own, in the folder of the run, on loopback, as an unprivileged user; started when
/// first needed and stopped with the run.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "max_connections=300", "shared_buffers=64MB",
        // Nothing need survive the machine, and nobody reads the log of changes.
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=256MB",
        // No database lives so long that it would have to be tidied up or written out.
        "autovacuum=off", "checkpoint_timeout=1h",
        // What the migrations set for a database does not come with its copies: without this half of the time goes there.
        "jit=off",
    ];

    static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);
    string? _folder;
    int _port;

    /// <summary>Why there can be no PostgreSQL here; null when there can.</summary>
    public static string? WhyNot { get; } = FindBinaries() is null
        ? "PostgreSQL is not installed (Debian: apt-get install postgresql)" : null;

    public static Task<PostgresServer> RunningAsync() => Started.Value;

    public string ConnectionStringOf(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=homs;Database={database};Maximum Pool Size=20;Timeout=30";

    /// <summary>Copies a database to which nobody is connected.</summary>
    public async Task CopyAsync(string template, string name)
    {
        await using var connection = await ConnectAsync();
        // File by file, which takes a third of the time of a copy through the log; before 15 there was no other way, and no word for it.
        var way = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY FILE_COPY" : "";
        await ExecuteAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template} {way}");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await ExecuteAsync(connection, sql);
    }

    async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionStringOf("postgres"));
        await connection.OpenAsync();
        return connection;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All that a backup of a database would hold.</summary>
    public async Task<byte[]> DumpAsync(string database)
    {
        var start = new ProcessStartInfo($"{FindBinaries()}/pg_dump",
            ["--host=127.0.0.1", $"--port={_port}", "--username=homs", database])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        using var process = Process.Start(start)!;
        using var dump = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(dump);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? dump.ToArray() : throw new InvalidOperationException($"pg_dump ended with {process.ExitCode}.");
    }

    static async Task<PostgresServer> StartAsync()
    {
        var binaries = FindBinaries() ?? throw new InvalidOperationException(WhyNot);
        var folder = Directory.CreateDirectory(Path.Combine(RunFolder.Path, "postgres")).FullName;
        var server = new PostgresServer { _folder = folder, _port = FreePort() };
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", folder);
        await AsUnprivilegedAsync($"{binaries}/initdb", "-D",
            $"{folder}/data", "-U", "homs", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8");
        await AsUnprivilegedAsync($"{binaries}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o",
            $"-p {server._port} -k {folder} {string.Join(' ', Settings.Select(s => $"-c {s}"))}", "start");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Started.IsValueCreated || _folder is not null) return; // the fixture itself is not the server
        var server = await Started.Value;
        await AsUnprivilegedAsync($"{FindBinaries()}/pg_ctl", "-D", $"{server._folder}/data", "-m", "immediate", "-w", "stop");
        Directory.Delete(server._folder!, recursive: true);
    }

    static Task AsUnprivilegedAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
        : RunAsync(program, arguments);

    static async Task RunAsync(string program, params string[] arguments)
    {
        // What it prints goes nowhere: a server started by pg_ctl would hold a pipe open for ever.
        var start = new ProcessStartInfo(
            "sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    static string? FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
            .FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")))
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb")));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
