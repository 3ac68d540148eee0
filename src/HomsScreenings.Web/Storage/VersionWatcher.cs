using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Storage;

/// <summary>
/// Keeps the programme stamp true when somebody else raises it: another process, or a command run beside this one. It
/// listens where the database can tell, and looks once a second in any case, for a message may be lost with its
/// connection. Whatever goes wrong with that, it goes on: to stop would end the program.
/// </summary>
sealed partial class VersionWatcher(ProgrammeVersion stamp, StorageOptions storage, IServiceScopeFactory scopes, TimeProvider clock, ILogger<VersionWatcher> log) : BackgroundService
{
    readonly LogThrottle _says = new(clock);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(LookAsync(stoppingToken), storage.ListenForVersions is { } listen ? HearAsync(listen, stoppingToken) : Task.CompletedTask);

    async Task LookAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                stamp.Advance(await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().ProgrammeVersions.Select(s => s.Value).SingleAsync(cancellationToken));
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested) { LogUnreachable(DatabaseFailure.Describe(problem)); }
        }
    }

    async Task HearAsync(Func<Action<long>, CancellationToken, Task> listen, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try { await listen(stamp.Advance, cancellationToken); }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested) { LogUnreachable(DatabaseFailure.Describe(problem)); }
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        }
    }

    void LogUnreachable(string message)
    {
        if (_says.ShouldLog()) Log.Unreachable(log, message);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The database does not answer; pages that are in the cache are still served: {Message}")]
        public static partial void Unreachable(ILogger log, string message);
    }
}
