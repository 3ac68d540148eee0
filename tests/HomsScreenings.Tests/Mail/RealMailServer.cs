using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace HomsScreenings.Tests.Mail;

/// <summary>
/// A mail server that was not written for these tests (Python's aiosmtpd), as a process of its own on loopback; what it
/// took is read by Python's own mail parser and calendars by its icalendar.
/// </summary>
public sealed class RealMailServer : IAsyncDisposable
{
    const string Python = "/usr/bin/python3";
    readonly string _folder = Directory.CreateTempSubdirectory("homs-mail-").FullName;
    readonly string[] _safety;
    Process? _process;

    RealMailServer(params string[] safety) => _safety = safety;

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? WhyNot { get; } = IsThere() ? null
        : "aiosmtpd and icalendar are not installed (Debian: apt-get install python3-aiosmtpd python3-icalendar)";

    public static bool IsMissing => Needs.Unmet(WhyNot) is not null;

    public int Port { get; } = FreePort();

    public static async Task<RealMailServer> StartAsync()
    {
        var server = new RealMailServer();
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>A server that takes nothing before the connection is a safe one and somebody logged in as 'homs', 'secret'.</summary>
    /// <param name="certificate">A PEM file with certificate and key.</param>
    /// <param name="isImplicit">Whether it speaks TLS from the first byte; else it offers STARTTLS.</param>
    /// <param name="mechanism">The one way to log in that it offers: PLAIN, LOGIN or CRAM-MD5.</param>
    public static async Task<RealMailServer> StartAsync(string certificate, bool isImplicit = false, string mechanism = "LOGIN")
    {
        var server = new RealMailServer(certificate, isImplicit ? "implicit" : "starttls", mechanism);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Python, [Script("mail-server.py"), _folder, $"{Port}", .. _safety])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("ready", said);
    }

    public async Task StopAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Refuses these recipients from now on.</summary>
    public void Refuse(params string[] recipients) => File.WriteAllLines(Path.Combine(_folder, "refuse"), recipients);

    /// <summary>Keeps those who write to these waiting until four other mails are there.</summary>
    public void BeSlowWith(params string[] recipients) => File.WriteAllLines(Path.Combine(_folder, "slow"), recipients);

    /// <summary>Says nothing more once it has a mail, from now on.</summary>
    public void BeSilent() => File.WriteAllText(Path.Combine(_folder, "silent"), "");

    /// <summary>Takes so many mails over one connection and then says no to the next, or breaks off without a word.</summary>
    public void TakePerConnection(int mails, bool says) =>
        File.WriteAllText(Path.Combine(_folder, says ? "soft-limit" : "limit"), $"{mails}");

    /// <summary>How many connections there were since it was started.</summary>
    public int Connections => Noted("connections").Length;

    /// <summary>By which mechanism somebody tried to log in, each time.</summary>
    public string[] Logins => Noted("logins");

    /// <summary>Whether it has got a mail and keeps silent since.</summary>
    public bool IsSilent => Noted("heard").Length > 0;

    string[] Noted(string file) => File.Exists(Path.Combine(_folder, file)) ? File.ReadAllLines(Path.Combine(_folder, file)) : [];

    /// <summary>Keeps what it gets and breaks off before it says so: the worst moment at which a connection can fail.</summary>
    public void BreakOff(bool whether)
    {
        var file = Path.Combine(_folder, "break-off");
        if (whether) File.WriteAllText(file, "");
        else File.Delete(file);
    }

    /// <summary>What it took, in that order.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync()
    {
        using var reader = Process.Start(
            new ProcessStartInfo(Python, [Script("read-mail.py"), _folder]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var json = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        Assert.Equal(0, reader.ExitCode);
        return JsonSerializer.Deserialize<List<ReceivedMail>>(json, JsonSerializerOptions.Web)!;
    }

    static string Script(string name) => Path.Combine(AppContext.BaseDirectory, name);

    static bool IsThere()
    {
        if (!File.Exists(Python)) return false;
        using var process = Process.Start(
            new ProcessStartInfo(Python, ["-c", "import aiosmtpd, icalendar"]) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A mail as its reader's program understands it.</summary>
/// <param name="Faults">What is wrong with its bytes: bare line feeds, lines that are too long, octets beyond ASCII, defects that the
/// parser found.</param>
/// <param name="Structure">The types of all parts, the outer ones first.</param>
public sealed record ReceivedMail(IReadOnlyList<string> Faults,
    string To, string From, string? ReplyTo, string Subject, string MessageId, string? AutoSubmitted,
    string? ListUnsubscribe, string? ListUnsubscribePost, IReadOnlyList<string> Structure, string Text, string Html, ReceivedEntry? Entry);

/// <summary>The calendar entry in a mail.</summary>
public sealed record ReceivedEntry(string Method, string Uid,
    int Sequence, string Status, string Stamp, string Start, string? Location, string FileName);
