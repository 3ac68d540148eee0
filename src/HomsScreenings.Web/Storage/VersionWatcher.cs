using HomsScreenings.Storage;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Storage;

/// <summary>
/// Keeps the versions true when somebody else raises one: another process, or a command run beside this one. Whatever
/// goes wrong with that, it begins again: to stop would end the program.
/// </summary>
sealed partial class VersionWatcher(Versions versions, StorageOptions storage, TimeProvider clock, ILogger<VersionWatcher> log)
    : BackgroundService
{
    readonly LogThrottle _says = new(clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await storage.WatchVersions(versions.Advance, stoppingToken); }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) { LogUnreachable(DatabaseFailure.Describe(problem)); }
            await Task.Delay(Versions.LookEvery, TimeProvider.System, stoppingToken);
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
