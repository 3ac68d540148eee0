using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Setup;

/// <summary>
/// Keeps the programme stamp true when somebody else raises it: another process, or a command run beside this one. It
/// listens where the database can tell, and looks once a second in any case, for a message may be lost with its
/// connection. Whatever goes wrong with that, it goes on: to stop would end the program.
/// </summary>
sealed partial class StampWatch(ProgrammeStamp stamp, StorageOptions storage, IServiceScopeFactory scopes, TimeProvider clock, ILogger<StampWatch> log) : BackgroundService
{
    readonly OnceAMinute _says = new(clock);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(LookAsync(stoppingToken), storage.ListenForStamps is { } listen ? HearAsync(listen, stoppingToken) : Task.CompletedTask);

    async Task LookAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                stamp.Learn(await scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Stamp.Select(s => s.Value).SingleAsync(cancel));
            }
            catch (Exception problem) when (!cancel.IsCancellationRequested) { LogUnreachable(DatabaseTrouble.Said(problem)); }
        }
    }

    async Task HearAsync(Func<Action<long>, CancellationToken, Task> listen, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try { await listen(stamp.Learn, cancel); }
            catch (Exception problem) when (!cancel.IsCancellationRequested) { LogUnreachable(DatabaseTrouble.Said(problem)); }
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancel);
        }
    }

    void LogUnreachable(string message)
    {
        if (_says.IsTime()) Log.Unreachable(log, message);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The database does not answer; pages that are in the cache are still served: {Message}")]
        public static partial void Unreachable(ILogger log, string message);
    }
}
