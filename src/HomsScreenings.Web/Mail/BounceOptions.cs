using System.Net.Security;
using HomsScreenings.Validation;
using HomsScreenings.Web.Site;
using MailKit.Security;

namespace HomsScreenings.Web.Mail;

/// <summary>Where mail comes back to, and is read: section 'Mail:Bounces' of the settings. Without a host nothing is read.</summary>
public sealed class BounceOptions
{
    // IMAP with encryption from the first byte (RFC 8314, 3.2).
    const int ImplicitTlsPort = 993;

    public string? Host { get; set; }
    public int Port { get; set; } = ImplicitTlsPort;
    public string? User { get; set; }
    public string? Password { get; set; }
    /// <summary>In which folder of the mailbox it arrives.</summary>
    public string Folder { get; set; } = "INBOX";
    /// <summary>Whether the server must offer STARTTLS; unset, everywhere but on this machine. Port 993 is encrypted in any case.</summary>
    public bool? Tls { get; set; }
    /// <summary>To whom mail comes back: the sender on the envelope (RFC 5321, 3.3). Unset, that of the letter.</summary>
    public string? Address { get; set; }
    /// <summary>Whether reports are marked as read when they have been, and kept; else they are deleted.</summary>
    public bool Keep { get; set; }

    /// <summary>Judges the certificate that the server shows; unset, it must be one that this machine trusts. No setting.</summary>
    public RemoteCertificateValidationCallback? CertificateCheck { get; set; }

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    /// <summary>When a connection to the server becomes a safe one.</summary>
    public SecureSocketOptions Security => Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : Tls ?? Host is not ("localhost" or "127.0.0.1" or "::1") ? SecureSocketOptions.StartTls
        : SecureSocketOptions.None;

    /// <exception cref="StartupProblem">With these settings no mail could be read, or none would come back.</exception>
    public void Check()
    {
        if (!string.IsNullOrEmpty(Address) && !EmailAddresses.IsOne(Address))
            throw new StartupProblem(
                $"The setting Mail:Bounces:Address is '{Address}'; it is an email address alone, such as bounces@example.org.");
        if (!IsConfigured) return;
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            throw new StartupProblem(
                $"The setting Mail:Bounces:Host is '{Host}'; it is the bare name of the mail server, such as imap.example.org.");
        if (Port is < 1 or > 65_535) throw new StartupProblem($"The setting Mail:Bounces:Port is {Port}; ports go from 1 to 65535.");
        if (string.IsNullOrEmpty(User) || string.IsNullOrEmpty(Password))
            throw new StartupProblem(
                "With Mail:Bounces:Host set, the mailbox needs a login: the settings Mail:Bounces:User and Mail:Bounces:Password.");
    }
}
