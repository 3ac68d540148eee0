using System.Threading.Channels;
using HomsScreenings.Web.Storage;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Takes who asks for a new password, and looks beside the requests whether there is such an account: the answer comes at
/// once for everybody, so that its time tells nothing.
/// </summary>
public sealed partial class PasswordResetQueue(IServiceScopeFactory scopes, ILogger<PasswordResetQueue> log) : BackgroundService
{
    sealed record Asked(string Email, string Language, TaskCompletionSource Done);

    // Whoever asks when so many wait asks in vain: it keeps the memory bounded, and each answer the same.
    readonly Channel<Asked> _asked = Channel.CreateBounded<Asked>(1000);

    /// <summary>Whoever has asked up to now is answered when it ends.</summary>
    public Task Answered { get; private set; } = Task.CompletedTask;

    public void Ask(string email, string language)
    {
        var asked = new Asked(email, language, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_asked.Writer.TryWrite(asked)) Answered = asked.Done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try { await MailAsync(asked, stoppingToken); }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotAnswered(log,
                DatabaseFailure.Describe(problem));
            }
            asked.Done.SetResult();
        }
    }

    async Task MailAsync(Asked asked, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PasswordReset>().MailAsync(asked.Email, asked.Language, cancellationToken);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Somebody asked for a new password, and it could not be looked into: {Problem}")]
        public static partial void NotAnswered(ILogger log, string problem);
    }
}
