using HomsScreenings.Interests;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Reads what lies in the mailbox to which mail comes back, and does what follows from it. Whoever names a mail must know its identifier,
/// of which nobody but those who sent, carried and got it does, and it must have gone to whom they name: so nobody stops the mail of
/// others. The log has numbers alone.
/// </summary>
public sealed partial class BounceReader(
    ScreeningsDb db, LetterComposers composers, MailOptions options, SiteAddress address, DeletedRows deleted, TimeProvider clock,
    ILogger<BounceReader> log)
{
    /// <summary>Larger ones are not fetched: a report holds hardly more than the mail that it is about.</summary>
    public const long MaxBytes = 1024 * 1024;

    /// <summary>How many messages are read in one run; the others wait for the next.</summary>
    public const int MaxMessages = 200;

    // Shorter than the lease of the job.
    static readonly TimeSpan GivesRun = TimeSpan.FromSeconds(75);

    // Deeper than any report, and shallow enough that nesting alone costs nothing.
    static readonly ParserOptions Shallow = new() { MaxMimeDepth = 12 };

    /// <summary>Reads what nobody has read yet. Trouble with the mailbox is logged, and the next run tries again.</summary>
    public async Task RunAsync(IBounceMailbox mailbox, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(GivesRun);
        var done = new Dictionary<MailReportKind, int>();
        var unreadable = 0;
        try
        {
            foreach (var item in await mailbox.UnreadAsync(MaxMessages, patience.Token))
            {
                var kind = await ReadAsync(mailbox, item, patience.Token);
                if (kind is { } known) done[known] = done.GetValueOrDefault(known) + 1;
                else unreadable++;
                // A person's words are for persons, and what cannot be read is for whoever looks why.
                if (options.Bounces.Keep || kind is null or MailReportKind.None) await mailbox.MarkReadAsync(item.Id, patience.Token);
                else await mailbox.DeleteAsync(item.Id, patience.Token);
            }
        }
        catch (Exception problem) when (MailboxFailure.Is(problem) && !cancellationToken.IsCancellationRequested)
        {
            Log.NoMailbox(log, MailFailure.Describe(problem, options.Bounces));
        }
        finally
        {
            if (done.Count + unreadable > 0)
                Log.Read(log, done.Values.Sum() + unreadable, Of(MailReportKind.Failure), Of(MailReportKind.Complaint), unreadable);
        }

        int Of(MailReportKind kind) => done.GetValueOrDefault(kind);
    }

    // What it was; null where that cannot be said, for its size or its form.
    async Task<MailReportKind?> ReadAsync(IBounceMailbox mailbox, MailboxItem item, CancellationToken cancellationToken)
    {
        if (item.Bytes > MaxBytes) return null;
        Stream bytes;
        try { bytes = await mailbox.OpenAsync(item.Id, cancellationToken); }
        catch (Exception problem) when (MailboxFailure.IsOfMessage(problem)) { return null; }
        MailReport report;
        await using (bytes)
        {
            try
            {
                using var message = await MimeMessage.LoadAsync(Shallow, bytes, cancellationToken);
                report = MailReportReader.Read(message);
            }
            // Anybody can write to the mailbox: whatever a message does to its reader, those behind it are read.
            catch (Exception problem) when (problem is not (IOException or OperationCanceledException)) { return null; }
        }
        if (report.Kind is MailReportKind.Failure or MailReportKind.Complaint) await ApplyAsync(report, cancellationToken);
        return report.Kind;
    }

    async Task ApplyAsync(MailReport report, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        db.ChangeTracker.Clear();
        if (await MailOfAsync(report, cancellationToken) is not { } mail) return;
        var isFailure = report.Kind == MailReportKind.Failure;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var error = isFailure ? ReturnedMail.CameBackWith(report.Status) : ReturnedMail.Unwanted;
        if (!await db.MarkReturnedAsync(mail.Id, error, now, cancellationToken)) return;
        if (isFailure) await db.CountHardBounceAsync(mail, now, cancellationToken);
        else await db.StopUnwantedAsync(mail, now, cancellationToken);
        var ended = await db.EndInterestsReturnedAsync(mail, isUnwanted: !isFailure, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (ended) await deleted.LetGoAsync(db, cancellationToken);
        Log.Returned(log, mail.Id, error);
    }

    // The mail of this site that is meant, if it went to whom the report names.
    async Task<OutboxMessage?> MailOfAsync(MailReport report, CancellationToken cancellationToken)
    {
        var ending = $"@{new Uri(address.Base()).IdnHost}";
        var id = report.MessageIds.FirstOrDefault(i => i.EndsWith(ending, StringComparison.OrdinalIgnoreCase))?[..^ending.Length];
        if (id is null || await db.Outbox.ThatMayHaveLeftAsync(id, clock.Now(), cancellationToken) is not { } mail) return null;
        var letter = (await composers.ReadAsync(db, [mail], cancellationToken)).GetValueOrDefault(mail.Id);
        return letter?.Recipient is { } recipient && Concerns(report, recipient) ? mail : null;
    }

    // Who reports complaints may leave out or hide the name before the '@' (RFC 6590); then the identifier alone speaks.
    static bool Concerns(MailReport report, string recipient)
    {
        if (!MailboxAddress.TryParse(recipient, out var ours)) return false;
        var theirs = report.Recipients.Select(r => MailboxAddress.TryParse(r, out var one) ? one : null).OfType<MailboxAddress>().ToList();
        return report.Kind == MailReportKind.Complaint
            ? theirs.Count == 0 || theirs.Exists(t => Compared(t).Domain == Compared(ours).Domain)
            : theirs.Exists(t => Compared(t) == Compared(ours));
    }

    static (string Name, string Domain) Compared(MailboxAddress address)
    {
        var parts = address.GetAddress(idnEncode: true).ToLowerInvariant().Split('@', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Of {Count} messages in the mailbox of bounces {Failures} were failures and {Complaints} "
            + "complaints; {Unreadable} were too large, or no mail")]
        public static partial void Read(ILogger log, int count, int failures, int complaints, int unreadable);

        [LoggerMessage(LogLevel.Information, "Of mail {Id} something was heard after it had left: {Error}")]
        public static partial void Returned(ILogger log, int id, string error);

        [LoggerMessage(LogLevel.Warning, "The mailbox of bounces cannot be read, and is tried again: {Error}")]
        public static partial void NoMailbox(ILogger log, string error);
    }
}
