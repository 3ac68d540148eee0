using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomsScreenings.Tests.Processes;

/// <summary>nginx with the configuration that docs/self-hosting.md recommends, on ports of the test's own.</summary>
sealed class Nginx : IAsyncDisposable
{
    const string Binary = "/usr/sbin/nginx";
    readonly Process _process;
    readonly string _folder;

    Nginx(Process process, string folder, int port, int plainPort) => (_process, _folder, Url, PlainUrl) =
        (process, folder, new Uri($"https://127.0.0.1:{port}"), new Uri($"http://127.0.0.1:{plainPort}"));

    public static string? WhyNot { get; } = File.Exists(Binary) ? null : "nginx is not installed (Debian: apt-get install nginx-light)";

    public Uri Url { get; }

    public Uri PlainUrl { get; }

    /// <summary>Somebody who takes the certificate of the test for a good one, and follows no redirect.</summary>
    public HttpClient Client() => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
#pragma warning disable MA0039 // the certificate is the test's own
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
#pragma warning restore MA0039
    })
    { BaseAddress = Url };

    /// <summary>Ends it, and gives all that it has logged.</summary>
    public async Task<string> LogsAsync()
    {
        await EndAsync();
        var files = Directory.GetFiles(_folder, "*.log").Order(StringComparer.Ordinal);
        return string.Concat(await Task.WhenAll(files.Select(file => File.ReadAllTextAsync(file))));
    }

    public static async Task<Nginx> StartAsync(int one, int two)
    {
        var (port, plainPort) = (FreePort(), FreePort());
        var folder = Directory.CreateTempSubdirectory("homs-nginx-").FullName;
        await WriteCertificateAsync(folder);
        var site = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "nginx.conf")))
            .Replace("127.0.0.1:5081", $"127.0.0.1:{one}", StringComparison.Ordinal)
            .Replace("127.0.0.1:5082", $"127.0.0.1:{two}", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{plainPort};", StringComparison.Ordinal)
            .Replace("listen 443 ", $"listen 127.0.0.1:{port} ", StringComparison.Ordinal)
            .Replace("listen [::]:80;", "", StringComparison.Ordinal).Replace("listen [::]:443 ssl http2;", "", StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/screenings.example.org", folder, StringComparison.Ordinal)
            .Replace("/var/log/nginx", folder, StringComparison.Ordinal);
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
            folder, port, plainPort);
        await nginx.ListensAsync();
        return nginx;
    }

    static async Task WriteCertificateAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=screenings.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await File.WriteAllTextAsync($"{folder}/fullchain.pem", certificate.ExportCertificatePem());
        await File.WriteAllTextAsync($"{folder}/privkey.pem", key.ExportPkcs8PrivateKeyPem());
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

    async Task EndAsync()
    {
        if (!_process.HasExited)
            using (var quit = Process.Start("kill", ["-QUIT", $"{_process.Id}"])) await quit.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
