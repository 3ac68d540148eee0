using System.Net.Security;
using HomsScreenings.Validation;
using HomsScreenings.Web.Site;
using MailKit.Security;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>How mail leaves: section 'Mail' of the settings. Without a host it stays in the outbox.</summary>
public sealed class MailOptions
{
    // Where servers expect encryption from the first byte (RFC 8314, 3.3).
    const int ImplicitTlsPort = 465;

    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }
    /// <summary>'screenings@example.org' or 'Homs Screenings &lt;screenings@example.org&gt;'.</summary>
    public string? From { get; set; }
    /// <summary>Whether the server must offer STARTTLS; unset, everywhere but on this machine. Port 465 is encrypted in any case.</summary>
    public bool? Tls { get; set; }

    /// <summary>How many mails that go to very many (digests, newsletters) leave in a minute at most.</summary>
    public int BulkPerMinute { get; set; } = 600;

    /// <summary>Judges the certificate that the server shows; unset, it must be one that this machine trusts. No setting.</summary>
    public RemoteCertificateValidationCallback? CertificateCheck { get; set; }

    /// <summary>Where mail comes back to.</summary>
    public BounceOptions Bounces { get; set; } = new();

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    /// <summary>When a connection to the server becomes a safe one.</summary>
    public SecureSocketOptions Security => Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : Tls ?? Host is not ("localhost" or "127.0.0.1" or "::1") ? SecureSocketOptions.StartTls
        : SecureSocketOptions.None;

    /// <exception cref="StartupProblem">A host is set, but no mail could leave with these settings.</exception>
    public void Check()
    {
        Bounces.Check();
        if (!IsConfigured) return;
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            throw new StartupProblem(
                $"The setting Mail:Host is '{Host}'; it is the bare name of the mail server, such as mail.example.org.");
        if (Port is < 1 or > 65_535) throw new StartupProblem($"The setting Mail:Port is {Port}; ports go from 1 to 65535.");
        if (BulkPerMinute < 1)
            throw new StartupProblem($"The setting Mail:BulkPerMinute is {BulkPerMinute}; at least one mail to many has to leave in a minute.");
        if (!string.IsNullOrEmpty(User) && string.IsNullOrEmpty(Password))
            throw new StartupProblem("The setting Mail:User is there, but Mail:Password is not: the mail server would refuse the login.");
        if (!MailboxAddress.TryParse(From, out var from) || !EmailAddresses.IsOne(from.Address) || From!.Count(c => c == '@') != 1)
            throw new StartupProblem("The setting Mail:From is missing or not an email address: with Mail:Host set, mail needs a sender "
                + "such as screenings@example.org.");
    }
}
