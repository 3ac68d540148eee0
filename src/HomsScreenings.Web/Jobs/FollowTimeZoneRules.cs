using HomsScreenings.Desk;
using HomsScreenings.Storage;
using HomsScreenings.Time;

namespace HomsScreenings.Web.Jobs;

/// <summary>Works out instants again after the program has come with newer rules for time zones.</summary>
sealed partial class FollowTimeZoneRules(TimeProvider clock, ILogger<FollowTimeZoneRules> log) : IBackgroundJob
{
    public string Name => "time-zone-rules";
    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ScreeningsDb>();
        if (await db.FollowTimeZoneRulesAsync(Zones.RulesVersion, clock.Now(), cancellationToken) is not { } skipped) return;
        Log.Followed(log, Zones.RulesName);
        foreach (var id in skipped) Log.Skipped(log, id);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "All times have been worked out by the rules for time zones of version {Version}")]
        public static partial void Followed(ILogger log, string version);

        [LoggerMessage(LogLevel.Warning, "By new rules the clocks skip the time of screening {Id}; it stays as it was and needs another")]
        public static partial void Skipped(ILogger log, int id);
    }
}
