using System.Net.Mail;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using HomsScreenings.Mail;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Setup;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Sends what the outbox holds, and forgets what is old; <see cref="Rounds.RoundsWorker"/> says when. Each mail is taken
/// for one try, and what fails is tried again later and later. The log never says to whom.
/// </summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, MailOptions options, TimeProvider clock, ILogger<MailSender> log)
{
    static readonly TimeSpan GivesServer = TimeSpan.FromSeconds(60);
    const int AtOnce = 20;

    /// <summary>Forgets mails that are old, sent or not.</summary>
    public async Task TidyAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Outbox.ForgetOldAsync(clock.Now(), cancel);
    }

    /// <summary>Tries each mail that is due once.</summary>
    public async Task SendDueAsync(CancellationToken cancel)
    {
        if (!options.IsConfigured) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        var due = await db.Outbox.AsNoTracking().Due(clock.Now()).Take(AtOnce).ToListAsync(cancel);
        foreach (var mail in due)
            if (await db.Outbox.TakeAsync(mail.Id, mail.Attempts, clock.Now(), cancel))
                await TryAsync(db, mail, cancel);
    }

    async Task TryAsync(ScreeningsDb db, OutboxMessage mail, CancellationToken cancel)
    {
        try
        {
            await SendAsync(mail, cancel);
            await db.Outbox.MarkSentAsync(mail.Id, clock.Now(), CancellationToken.None); // it has left: that must be known even while stopping
            Log.Sent(log, mail.Id, mail.Attempts + 1);
        }
        catch (Exception problem) when (problem is SmtpException or IOException or SocketException or FormatException || (problem is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var error = Anonymous(problem);
            await db.Outbox.MarkFailedAsync(mail.Id, error, cancel);
            Log.Failed(log, mail.Id, mail.Attempts + 1, error);
        }
    }

    async Task SendAsync(OutboxMessage mail, CancellationToken cancel)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.NeedsTls };
        if (options.User is { Length: > 0 } user) client.Credentials = new System.Net.NetworkCredential(user, options.Password);
        using var message = new MailMessage(options.From!, mail.Recipient!, mail.Subject, mail.Body.ReplaceLineEndings("\r\n"))
        {
            SubjectEncoding = System.Text.Encoding.UTF8,
            BodyEncoding = System.Text.Encoding.UTF8,
            // Not quoted-printable: SmtpClient would encode line ends too, which RFC 2045 (6.7) keeps as they are.
            BodyTransferEncoding = System.Text.Ascii.IsValid(mail.Body) ? System.Net.Mime.TransferEncoding.SevenBit : System.Net.Mime.TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies, please
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(GivesServer);
        await client.SendMailAsync(message, patience.Token);
    }

    // Servers like to repeat whom they refuse.
    static string Anonymous(Exception problem)
    {
        var inner = problem.GetBaseException();
        var text = problem is OperationCanceledException ? "The mail server did not answer in time."
            : ReferenceEquals(inner, problem) ? problem.Message : $"{problem.Message} {inner.Message}";
        text = Address().Replace(text.ReplaceLineEndings(" "), "(address)");
        return text.Length <= Lengths.Line ? text : text[..(Lengths.Line - 1)] + '…';
    }

    [GeneratedRegex(@"[^\s<>:;,]+@[^\s<>:;,]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Mail {Id} was sent at try {Attempt}")]
        public static partial void Sent(ILogger log, int id, int attempt);

        [LoggerMessage(LogLevel.Warning, "Mail {Id} was not sent at try {Attempt}: {Error}")]
        public static partial void Failed(ILogger log, int id, int attempt, string error);
    }
}
