using System.Collections.Concurrent;
using System.Net.Mail;
using System.Text.RegularExpressions;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// Sends what the outbox holds, and forgets what is old; the background jobs say when. Each mail is taken
/// for one try, and what fails is tried again later and later. A few are on their way at once, and one for which a server
/// takes its time is waited for beside the others, which go on. The log never says to whom.
/// </summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, MailOptions options, TimeProvider clock, ILogger<MailSender> log)
{
    // Shorter than the first pause: what is still on its way must not fall due again.
    static readonly TimeSpan GivesServer = TimeSpan.FromSeconds(45);

    // No mail is begun later in a round; with the time that the last one has, that is shorter than the lease.
    static readonly TimeSpan BeginsFor = TimeSpan.FromSeconds(30);

    // What is not taken by then is waited for beside the others.
    static readonly TimeSpan IsSlowAfter = TimeSpan.FromSeconds(3);

    const int BatchSize = 200, Concurrency = 4, MaxSlow = 100;

    readonly ConcurrentDictionary<int, Task> _underWay = [];

    /// <summary>Forgets mails that are old, sent or not, and links made for a guest who was being forgotten at that moment.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        await db.Outbox.ForgetOldAsync(clock.Now(), cancellationToken);
        await db.GuestLinks.Where(l => l.Booking.ErasedAt != null).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Tries each mail that is due once; those that take their time may still be on their way when it returns.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        if (!options.IsConfigured) return;
        var begun = clock.GetTimestamp();
        await Parallel.ForEachAsync(await DueAsync(cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken }, async (mail, _) =>
        {
            if (clock.GetElapsedTime(begun) >= BeginsFor || _underWay.Count >= MaxSlow) return;
            var trying = TryAsync(mail, cancellationToken);
            _underWay[mail.Id] = trying;
            var forgetting = trying.ContinueWith(Forget, mail.Id, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await Task.WhenAny(forgetting, Task.Delay(IsSlowAfter, CancellationToken.None));
            if (trying.IsCompleted) await trying;
        });

        void Forget(Task tried, object? id) => _underWay.TryRemove((int)id!, out Task? _);
    }

    /// <summary>Waits for what is still on its way, which notes that it was broken off.</summary>
    public async Task EndAsync() => await Task.WhenAll(_underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    async Task<List<OutboxMessage>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Outbox.AsNoTracking().Due(clock.Now()).Take(BatchSize).ToListAsync(cancellationToken);
    }

    async Task TryAsync(OutboxMessage mail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        if (!await db.Outbox.ClaimAsync(mail.Id, mail.Attempts, clock.Now(), cancellationToken)) return;
        MailMessage? message = null;
        try
        {
            (message, var whyNot) = await PrepareAsync(scope.ServiceProvider, mail, cancellationToken);
            if (message is null)
            {
                await db.MarkNeedlessAsync(mail.Id, whyNot!, clock.Now(), cancellationToken);
                Log.Needless(log, mail.Id, whyNot!);
                return;
            }
            await SendAsync(message, cancellationToken);
            await db.MarkSentAsync(mail.Id, clock.Now(), CancellationToken.None); // it has left: that must be known even while stopping
            Log.Sent(log, mail.Id, mail.Attempts + 1);
        }
        catch (Exception problem)
        {
            // Whatever it is, it is the trouble of this mail alone; each try is noted, also one that the end of the program broke off.
            var error = cancellationToken.IsCancellationRequested ? "Broken off, for the program was ended." : Anonymous(problem, message?.To.FirstOrDefault());
            await db.MarkFailedAsync(mail.Id, error, clock.Now(), CancellationToken.None);
            Log.Failed(log, mail.Id, mail.Attempts + 1, error);
        }
    }

    async Task<(MailMessage? Message, string? WhyNot)> PrepareAsync(IServiceProvider services, OutboxMessage mail, CancellationToken cancellationToken) => mail.Kind is null
        ? (Envelope.Of(options.From!, mail.Recipient, mail.MessageId, mail.Subject, mail.Body), null)
        : await services.GetRequiredService<GuestPost>().PrepareAsync(mail, cancellationToken);

    async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        // Neither is disposed of before its end is known: where a server says nothing to the last line of a mail, the client
        // hears of no cancellation, and is left to its own end.
        var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.NeedsTls };
        if (options.User is { Length: > 0 } user) client.Credentials = new System.Net.NetworkCredential(user, options.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(GivesServer);
        var sending = client.SendMailAsync(message, patience.Token);
        _ = sending.ContinueWith(_ =>
        {
            client.Dispose();
            message.Dispose();
        }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await sending.WaitAsync(patience.Token);
    }

    // Servers like to repeat whom they refuse, by the whole address or by the name in it, and filters which link they did not like.
    static string Anonymous(Exception problem, MailAddress? recipient)
    {
        var inner = problem.GetBaseException();
        var text = problem is OperationCanceledException ? "The mail server did not answer in time."
            : ReferenceEquals(inner, problem) ? problem.Message : $"{problem.Message} {inner.Message}";
        text = WebAddress().Replace(Address().Replace(text.ReplaceLineEndings(" "), "(address)"), "(link)");
        if (recipient is { User.Length: > 1 }) text = text.Replace(recipient.User, "(name)", StringComparison.OrdinalIgnoreCase);
        return text.Length <= Lengths.Line ? text : text[..(Lengths.Line - 1)] + '…';
    }

    [GeneratedRegex(@"[^\s<>:;,]+@[^\s<>:;,]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?:\S+|/bookings/\S+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();

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
