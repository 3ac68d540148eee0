using System.Reflection;
using HomsScreenings.Storage;
using HomsScreenings.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Hosting;

/// <summary>Says in the log that the program serves, and which one it is; and that it ends.</summary>
static partial class StartLog
{
    public static void LogStartAndEnd(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartLog).FullName!);
        var storage = app.Services.GetRequiredService<StorageOptions>();
        using var scope = app.Services.CreateScope();
        var lastMigration = scope.ServiceProvider.GetRequiredService<ScreeningsDb>().Database.GetMigrations().Last();
        Log.Serves(log, Version, storage.Name, lastMigration);
        if (storage.IsOpenToOthers) Log.OpenToOthers(log, storage.File);
        app.Lifetime.ApplicationStopping.Register(() => Log.Stops(log));
        app.Lifetime.ApplicationStopped.Register(() => Log.Ended(log));
    }

    static string Version =>
        typeof(StartLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Homs Screenings {Version} serves from {Database}, migrated up to {Migration}")]
        public static partial void Serves(ILogger log, string version, string database, string migration);

        [LoggerMessage(LogLevel.Warning,
            "Other accounts of this machine can read the database {File}, with the keys that sign everybody in: take that from them with chmod 600")]
        public static partial void OpenToOthers(ILogger log, string? file);

        [LoggerMessage(LogLevel.Information, "Asked to end; requests under way are answered first")]
        public static partial void Stops(ILogger log);

        [LoggerMessage(LogLevel.Information, "Ended")]
        public static partial void Ended(ILogger log);
    }
}
