using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomsScreenings.Tests.Mail;

/// <summary>A mail server that speaks as much SMTP (RFC 5321) as a client needs to hand over a mail, and keeps what it gets.</summary>
public sealed class SmtpListener : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly List<string> _mails = [], _envelopes = [];
    readonly CancellationTokenSource _stop = new();

    public SmtpListener()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to RCPT TO; a refusal repeats the recipient, as servers do.</summary>
    public Func<string, string> Welcome { get; set; } = _ => "250 OK";

    /// <summary>What it answers to a whole mail.</summary>
    public string Verdict { get; set; } = "250 Kept";

    /// <summary>What it answers to EHLO; further lines name what it can do.</summary>
    public string Greeting { get; set; } = "250 OK";

    /// <summary>What was said of each mail before the mail: MAIL FROM and RCPT TO.</summary>
    public IReadOnlyList<string> Envelopes
    {
        get { lock (_mails) return [.. _envelopes]; }
    }

    public IReadOnlyList<string> Mails
    {
        get { lock (_mails) return [.. _mails]; }
    }

    async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client;
            try { client = await _listener.AcceptTcpClientAsync(_stop.Token); }
            catch (OperationCanceledException) { return; }
            _ = TalkAsync(client);
        }
    }

    async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 localhost");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("QUIT", StringComparison.Ordinal)) { await writer.WriteLineAsync("221 Bye"); return; }
            if (line.StartsWith("MAIL", StringComparison.Ordinal) || line.StartsWith("RCPT", StringComparison.Ordinal))
                lock (_mails) _envelopes.Add(line);
            if (line == "DATA") await KeepAsync(reader, writer);
            else await writer.WriteLineAsync(line.StartsWith("RCPT TO:", StringComparison.Ordinal)
                ? Welcome(line["RCPT TO:".Length..]) : line.StartsWith("EHLO", StringComparison.Ordinal) ? Greeting : "250 OK");
        }
    }

    async Task KeepAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 Go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".") mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        if (Verdict.StartsWith("250", StringComparison.Ordinal)) lock (_mails) _mails.Add(mail.ToString());
        await writer.WriteLineAsync(Verdict);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }
}
