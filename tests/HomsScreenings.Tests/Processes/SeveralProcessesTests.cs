using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;

namespace HomsScreenings.Tests.Processes;

/// <summary>Two programs on one PostgreSQL, with nginx before them: the set-up of docker-compose.yml and docs/self-hosting.md.</summary>
public sealed class SeveralProcessesTests
{
    public static bool IsPostgresMissing => Needs.Unmet(PostgresServer.WhyNot) is not null;
    public static bool IsNginxMissing => IsPostgresMissing || Needs.Unmet(Nginx.WhyNot) is not null;

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = "PostgreSQL is not installed (Debian: apt-get install postgresql)")]
    public async Task A_save_of_another_process_is_on_every_page_within_a_second()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        await using var one = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        await using var two = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        using var http = new HttpClient();
        foreach (var title in new[] { "Return to Homs", "The Silver Road", "Silvered Water" })
        {
            foreach (var program in new[] { one, two })
                // and keeps it
                Assert.DoesNotContain(title, await http.GetStringAsync(new Uri(program.Url, "/films")), StringComparison.Ordinal);

            await SaveFilmAsync(database, title);
            var since = Stopwatch.StartNew();
            foreach (var program in new[] { one, two })
                while (!(await http.GetStringAsync(new Uri(program.Url, "/films"))).Contains(title, StringComparison.Ordinal))
                    Assert.True(since.Elapsed < TimeSpan.FromSeconds(1), $"'{title}' is not shown after {since.Elapsed}.");
        }
    }

    [Fact(SkipWhen = nameof(IsNginxMissing),
        Skip = "PostgreSQL or nginx is not installed (Debian: apt-get install postgresql nginx-light)")]
    public async Task Behind_nginx_nobody_notices_that_one_of_two_programs_is_gone()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        await SaveFilmAsync(database, "Return to Homs");
        await using var one = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        await using var two = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        await using var nginx = await Nginx.StartAsync(one.Url.Port, two.Url.Port);
        using var http = new HttpClient();

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 20), await AskAsync(20));
        one.Kill();
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 20), await AskAsync(20));

        async Task<List<HttpStatusCode>> AskAsync(int times)
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < times; i++)
            {
                using var answer = await http.GetAsync(new Uri(nginx.Url, i % 2 == 0 ? "/films" : "/calendar.ics"));
                answers.Add(answer.StatusCode);
            }
            return answers;
        }
    }

    // This process is the third one: it saves as the programs do, and tells the others as they do.
    static async Task SaveFilmAsync(FreshDatabase database, string title)
    {
        await using var db = database.Open(TimeProvider.System, new Versions { Announce = PostgresVersions.AnnounceAsync });
        db.Films.Add(new Film { Slug = Slug.From("film", title), Title = title, Kind = FilmKind.Documentary });
        await db.SaveChangesAsync();
    }
}

/// <summary>nginx with the configuration that docs/self-hosting.md recommends, on ports of the test's own.</summary>
sealed class Nginx : IAsyncDisposable
{
    const string Binary = "/usr/sbin/nginx";
    readonly Process _process;
    readonly string _folder;

    Nginx(Process process, string folder, int port) => (_process, _folder, Url) = (process, folder, new Uri($"http://127.0.0.1:{port}"));

    public static string? WhyNot { get; } = File.Exists(Binary) ? null : "nginx is not installed (Debian: apt-get install nginx-light)";

    public Uri Url { get; }

    public static async Task<Nginx> StartAsync(int one, int two)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("homs-nginx-").FullName;
        var site = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "nginx.conf")))
            .Replace("127.0.0.1:5081", $"127.0.0.1:{one}", StringComparison.Ordinal)
            .Replace("127.0.0.1:5082", $"127.0.0.1:{two}", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal);
        await File.WriteAllTextAsync($"{folder}/nginx.conf", $$"""
            pid {{folder}}/pid; error_log {{folder}}/error.log; daemon off; worker_processes 1;
            events {}
            http {
              access_log off; client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              {{site}}
            }
            """);
        var nginx = new Nginx(Process.Start(Binary, ["-p", folder, "-c", $"{folder}/nginx.conf", "-e", $"{folder}/error.log"]),
            folder, port);
        await nginx.ListensAsync();
        return nginx;
    }

    async Task ListensAsync()
    {
        for (var tries = 0; ; tries++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Url.Port);
                return;
            }
            catch (SocketException) when (tries < 200 && !_process.HasExited) { await Task.Delay(50); }
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        using (var quit = Process.Start("kill", ["-QUIT", $"{_process.Id}"])) await quit.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
