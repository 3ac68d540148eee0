using System.Collections.Concurrent;
using HomsScreenings.Interests;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Sends what the outbox holds, and forgets what is old; the background jobs say when. Each mail is taken
/// for one try, and what fails is tried again later and later. They leave one after the other over one connection; one for
/// which a server takes its time is waited for beside the others, which go on. The log never says to whom.
/// </summary>
public sealed partial class MailSender(
    IServiceScopeFactory scopes, MailOptions options, DeletedRows deleted, TimeProvider clock, ILogger<MailSender> log)
{
    // Shorter than the first pause: what is still on its way must not fall due again.
    static readonly TimeSpan GivesServer = TimeSpan.FromSeconds(45);

    // No mail is begun later in a run; with the time that the last one has, that is shorter than the lease.
    static readonly TimeSpan BeginsFor = TimeSpan.FromSeconds(30);

    // What is not taken by then is waited for beside the others: sooner while few are on their way, so that one connection
    // serves where the server is quick and several where it is not.
    static readonly TimeSpan IsSlowAfter = TimeSpan.FromMilliseconds(250), IsVerySlowAfter = TimeSpan.FromSeconds(3);

    const int BatchSize = 200, MaxConnections = 8, MaxSlow = 100;

    readonly ConcurrentDictionary<int, Task> _underWay = [];
    readonly BulkAllowance _bulk = new(options.BulkPerMinute, clock);

    /// <summary>Forgets mails that are old, sent or not, and tokens that have ended long ago.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        await db.Outbox.ForgetOldAsync(clock.Now(), cancellationToken);
        await db.Tokens.ForgetEndedAsync(clock.Now(), cancellationToken);
    }

    /// <summary>Tries each mail that is due once; those that take their time may still be on their way when it returns.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        if (!options.IsConfigured) return;
        var begun = clock.GetTimestamp();
        await using var connections = new MailConnections(options);
        foreach (var mail in await DueAsync(cancellationToken))
        {
            if (clock.GetElapsedTime(begun) >= BeginsFor || _underWay.Count >= MaxSlow) return;
            if (mail.IsBulk && !_bulk.TryTake()) return; // those come last
            var trying = TryAsync(mail, connections, cancellationToken);
            _underWay[mail.Id] = trying;
            var over = OverAsync(mail.Id, trying);
            await Task.WhenAny(over, Task.Delay(_underWay.Count < MaxConnections ? IsSlowAfter : IsVerySlowAfter, CancellationToken.None));
            if (trying.IsCompleted) await trying;
        }
    }

    async Task OverAsync(int id, Task trying)
    {
        await trying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _underWay.TryRemove(id, out _);
    }

    /// <summary>Waits for what is still on its way, which notes that it was broken off.</summary>
    public async Task EndAsync() => await Task.WhenAll(_underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    async Task<List<OutboxMessage>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        return await db.Outbox.AsNoTracking().Due(clock.Now()).Take(BatchSize).ToListAsync(cancellationToken);
    }

    async Task TryAsync(OutboxMessage mail, MailConnections connections, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        if (!await db.Outbox.ClaimAsync(mail.Id, mail.Attempts, clock.Now(), cancellationToken)) return;
        MimeMessage? message = null;
        try
        {
            (message, var whyNot) = await scope.ServiceProvider.GetRequiredService<LetterPost>().PrepareAsync(mail, cancellationToken);
            if (message is null)
            {
                await db.MarkNeedlessAsync(mail.Id, whyNot!, clock.Now(), cancellationToken);
                Log.Needless(log, mail.Id, whyNot!);
                return;
            }
            await SendAsync(message, connections, cancellationToken);
            await db.MarkSentAsync(mail.Id, clock.Now(), CancellationToken.None); // it has left: that must be known even while stopping
            Log.Sent(log, mail.Id, mail.Attempts + 1);
        }
        catch (Exception problem)
        {
            // Whatever it is, it is the trouble of this mail alone; each try is noted, also one that the end of the program broke off.
            var error = cancellationToken.IsCancellationRequested ? "Broken off, for the program was ended."
                : MailFailure.Describe(problem, message?.To.Mailboxes.FirstOrDefault(), options);
            if (MailFailure.IsOfRecipient(problem)) await TakesNoMailAsync(db, mail, error);
            else await db.MarkFailedAsync(mail.Id, error, clock.Now(), CancellationToken.None);
            Log.Failed(log, mail.Id, mail.Attempts + 1, error);
        }
    }

    async Task TakesNoMailAsync(ScreeningsDb db, OutboxMessage mail, string error)
    {
        await db.MarkUndeliverableAsync(mail.Id, error, clock.Now(), CancellationToken.None);
        await db.CountHardBounceAsync(mail, clock.Now(), CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var ended = await db.EndInterestsReturnedAsync(mail, isUnwanted: false, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        if (ended) await deleted.LetGoAsync(db, CancellationToken.None);
    }

    static async Task SendAsync(MimeMessage message, MailConnections connections, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(GivesServer);
        await connections.SendAsync(message, patience.Token);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Mail {Id} was sent at try {Attempt}")]
        public static partial void Sent(ILogger log, int id, int attempt);

        [LoggerMessage(LogLevel.Information, "Mail {Id} was not sent, for there is nothing to say any more: {Why}")]
        public static partial void Needless(ILogger log, int id, string why);

        [LoggerMessage(LogLevel.Warning, "Mail {Id} was not sent at try {Attempt}: {Error}")]
        public static partial void Failed(ILogger log, int id, int attempt, string error);
    }
}
