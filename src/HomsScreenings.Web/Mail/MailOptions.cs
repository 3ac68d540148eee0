using System.Net.Mail;
using HomsScreenings.Web.Setup;

namespace HomsScreenings.Web.Mail;

/// <summary>How mail leaves: section 'Mail' of the settings. Without a host it stays in the outbox.</summary>
public sealed class MailOptions
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }
    /// <summary>'screenings@example.org' or 'Homs Screenings &lt;screenings@example.org&gt;'.</summary>
    public string? From { get; set; }
    /// <summary>Whether the server must offer STARTTLS; unset, everywhere but on this machine.</summary>
    public bool? Tls { get; set; }

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    public bool NeedsTls => Tls ?? Host is not ("localhost" or "127.0.0.1" or "::1");

    /// <exception cref="StartupProblem">A host is set, but no mail could leave with these settings.</exception>
    public void Check()
    {
        if (!IsConfigured) return;
        if (!MailAddress.TryCreate(From, out _)) throw new StartupProblem("The setting Mail:From is missing or not an e-mail address: with Mail:Host set, mail needs a sender such as screenings@example.org.");
        if (Port == 465) throw new StartupProblem("The setting Mail:Port is 465, where servers expect encryption from the first byte; this program speaks STARTTLS, which the same servers offer on port 587.");
    }
}
