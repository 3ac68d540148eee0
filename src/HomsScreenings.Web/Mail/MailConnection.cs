using System.Net;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// A connection to the mail server (RFC 5321), opened when the first mail is to leave and kept for the next ones. Whatever
/// it waits for can be cancelled.
/// </summary>
/// <param name="options">Where the server is, and as whom to log in.</param>
/// <param name="security">When the connection becomes a safe one.</param>
public sealed class MailConnection(MailOptions options, SecureSocketOptions security) : IAsyncDisposable
{
    static readonly TimeSpan GivesFarewell = TimeSpan.FromSeconds(2);

    readonly MailboxAddress? _returnTo = options.Bounces.Address is { Length: > 0 } bounces ? MailboxAddress.Parse(bounces) : null;

    readonly SmtpClient _client = new ReportingSmtpClient(options.Bounces.IsConfigured)
    {
        LocalDomain = Dns.GetHostName(),
        ServerCertificateValidationCallback = options.CertificateCheck,
        // To ask whether a certificate was revoked is a request to a third party, which many a server's firewall does not let out.
        CheckCertificateRevocation = false,
    };

    /// <summary>
    /// Sends a mail. Where the server has closed the connection since the mail before, another is opened, once and only
    /// while nothing of this mail has left: the server must not get it twice.
    /// </summary>
    /// <exception cref="AuthenticationException">The login was refused.</exception>
    /// <exception cref="SmtpCommandException">The server refused this mail; the connection stands.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var wasOpen = _client.IsConnected;
        var progress = new Progress();
        try { await OpenAndSendAsync(message, progress, cancellationToken); }
        catch (Exception problem) when (wasOpen && !progress.HasBegun && !IsFinal(problem))
        {
            await _client.DisconnectAsync(quit: false, cancellationToken);
            await OpenAndSendAsync(message, progress, cancellationToken);
        }
    }

    /// <summary>Connects and logs in, where that has not been done yet.</summary>
    /// <exception cref="AuthenticationException">The login was refused.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_client.IsConnected) return;
        await _client.ConnectAsync(options.Host!, options.Port, security, cancellationToken);
        if (options.User is { Length: > 0 } user) await _client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
    }

    async Task OpenAndSendAsync(MimeMessage message, Progress progress, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (_returnTo is null) await _client.SendAsync(message, cancellationToken, progress);
        else await _client.SendAsync(message, _returnTo, message.To.Mailboxes, cancellationToken, progress);
    }

    static bool IsFinal(Exception problem) =>
        problem is OperationCanceledException or SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted };

    /// <summary>Says goodbye, and waits no longer than two seconds for the answer.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(GivesFarewell);
        if (_client.IsConnected) await _client.DisconnectAsync(quit: true, patience.Token);
        _client.Dispose();
    }

    sealed class Progress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
