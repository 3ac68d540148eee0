using HomsScreenings.Storage;
using HomsScreenings.Web.Site;

namespace HomsScreenings.Web.Storage;

/// <summary>
/// Keeps the versions true when somebody else raises one: another process, or a command run beside this one. Whatever
/// goes wrong with that, it begins again: to stop would end the program.
/// </summary>
sealed partial class VersionWatcher(
    Versions versions, StorageOptions storage, DatabaseFile file, TimeProvider clock, ILogger<VersionWatcher> log) : BackgroundService
{
    readonly LogThrottle _says = new(clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await storage.WatchVersions(versions.Advance, FileMoved, stoppingToken); }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) { LogUnreachable(DatabaseFailure.Describe(problem)); }
            await Task.Delay(Versions.LookEvery, TimeProvider.System, stoppingToken);
        }
    }

    void FileMoved(bool isGone)
    {
        if (isGone == file.IsGone) return;
        file.IsGone = isGone;
        if (isGone) Log.Gone(log, storage.File);
        else Log.Back(log, storage.File);
    }

    void LogUnreachable(string message)
    {
        if (_says.ShouldLog()) Log.Unreachable(log, message);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The database does not answer; pages that are in the cache are still served: {Message}")]
        public static partial void Unreachable(ILogger log, string message);

        [LoggerMessage(LogLevel.Error,
            "The database {File} was deleted, moved or replaced under the program: nothing is saved any more. Put it back, and restart the program")]
        public static partial void Gone(ILogger log, string? file);

        [LoggerMessage(LogLevel.Information, "The database {File} is in its place again")]
        public static partial void Back(ILogger log, string? file);
    }
}
