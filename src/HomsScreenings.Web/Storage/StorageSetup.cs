using System.Globalization;
using HomsScreenings.Bookings;
using HomsScreenings.Interests;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomsScreenings.Web.Storage;

/// <summary>The one place that knows which database there is.</summary>
public static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString("Screenings")
            ?? throw new StartupProblem("The setting ConnectionStrings:Screenings is missing.");
        var provider = builder.Configuration["Storage:Provider"];
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(RecordSaving.Steps);
        builder.Services.AddSingleton<DatabaseFile>();
        builder.Services.AddSingleton<DatabaseHealth>();
        switch (provider?.ToUpperInvariant())
        {
            case "SQLITE":
                var inContentRoot = InContentRoot(connectionString, builder.Environment.ContentRootPath);
                builder.Services.AddSingleton(new Versions());
                builder.Services.AddSingleton(new ScreeningLocks(lanes: 1));
                builder.Services.AddDbContext<ScreeningsDb>(options => options.UseSqliteStorage(inContentRoot).QuietAboutSmallLists());
                builder.Services.AddSingleton(new StorageOptions(MigrateOnStart(true), SqliteStorage.FileOf(inContentRoot),
                    (seen, moved, cancellationToken) => SqliteVersions.WatchAsync(inContentRoot, seen, moved, cancellationToken),
                    SqliteStorage.ExpectLoadAsync, SqliteStorage.AnalyzeAsync)
                {
                    Name = "SQLite",
                    LockMigrationsAsync = (waits, cancellationToken) =>
                        SqliteMigrationLock.AcquireAsync(inContentRoot, waits, cancellationToken),
                    CanWriteAsync = SqliteStorage.CanWriteAsync,
                });
                break;
            case "POSTGRESQL":
                builder.Services.AddSingleton(new Versions { Announce = PostgresVersions.AnnounceAsync });
                builder.Services.AddSingleton(new ScreeningLocks(lanes: 32));
                builder.Services.AddDbContext<ScreeningsDb>(options => options.UsePostgresStorage(connectionString).QuietAboutSmallLists());
                builder.Services.AddSingleton(new StorageOptions(MigrateOnStart(false), null,
                    (seen, _, cancellationToken) =>
                        PostgresVersions.WatchAsync(connectionString, Versions.LookEvery, seen, cancellationToken),
                    (_, _) => Task.CompletedTask, PostgresStorage.AnalyzeAsync)
                {
                    Name = "PostgreSQL",
                    LockMigrationsAsync = (waits, cancellationToken) =>
                        PostgresMigrationLock.AcquireAsync(connectionString, waits, cancellationToken),
                    CanWriteAsync = PostgresStorage.CanWriteAsync,
                });
                break;
            default:
                throw new StartupProblem($"The setting Storage:Provider is '{provider}'; it can be 'Sqlite' or 'PostgreSQL'.");
        }

        builder.Services.AddScoped<BoxOffice>();
        builder.Services.AddScoped<AddressErasure>();
        builder.Services.AddScoped<DeskBookings>();
        builder.Services.AddScoped<GuestQuestions>();
        builder.Services.AddSingleton(new GuestOptions
        {
            KeepDays = KeepDays(builder.Configuration["Guests:KeepDays"]),
        });
        builder.Services.AddSingleton(new InterestOptions
        {
            UnconfirmedDays = Days("Interests:UnconfirmedDays", InterestOptions.DefaultUnconfirmedDays),
            KeepDays = Days("Interests:KeepDays", InterestOptions.DefaultKeepDays),
        });
        builder.Services.AddSingleton(new DeletedRows(
            "Sqlite".Equals(provider, StringComparison.OrdinalIgnoreCase) ? SqliteStorage.ForgetDeletedAsync : null));

        int Days(string key, int usual) =>
            builder.Configuration.AtLeastOne(key, usual) is var days && days <= InterestOptions.MaxDays ? days
            : throw new StartupProblem($"The setting {key} is '{days}'; it is a number of days from 1 to {InterestOptions.MaxDays}.");

        bool MigrateOnStart(bool byDefault) => builder.Configuration.GetValue<bool?>("Storage:MigrateOnStart") ?? byDefault;
    }

    /// <summary>Whether a database says that the same may well work in a moment, where that is not said in general.</summary>
    public static bool IsTransient(Exception problem) =>
        SqliteStorage.IsUnavailable(problem) || PostgresStorage.IsUnavailable(problem);

    static int KeepDays(string? setting) => string.IsNullOrWhiteSpace(setting) ? GuestOptions.DefaultKeepDays
        : int.TryParse(setting, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= GuestOptions.MaxKeepDays ? days
        : throw new StartupProblem(
            $"The setting Guests:KeepDays is '{setting}'; it is a number of days from 0 to {GuestOptions.MaxKeepDays}.");

    // A card's films and speakers come in one statement on purpose: there are few of each.
    static DbContextOptionsBuilder QuietAboutSmallLists(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));

    static string InContentRoot(string connectionString, string contentRoot)
    {
        var parts = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString };
        if (parts.TryGetValue("Data Source", out var source) && source is string file and not (":memory:" or ""))
        {
            parts["Data Source"] = Path.Combine(contentRoot, file);
            // A file that went away while the program runs is not to be made anew; DatabaseSetup makes the first one.
            if (!parts.ContainsKey("Mode")) parts["Mode"] = "ReadWrite";
        }
        return parts.ConnectionString;
    }
}

/// <summary>What the rest of the program may know of its database.</summary>
/// <param name="MigrateOnStart">Whether serving brings the database up to date first.</param>
/// <param name="File">The file that holds it; null on a database server.</param>
/// <param name="WatchVersions">Tells of all versions, and within a second of those that other processes raise and of whether the file is
/// still in its place, until it breaks.</param>
/// <param name="ExpectLoadAsync">Prepares a connection for writing very much.</param>
/// <param name="AnalyzeAsync">Lets the database look at what it holds, after so much has been written that it holds something else than
/// before.</param>
public sealed record StorageOptions(
    bool MigrateOnStart, string? File, Func<Action<Area, long>, Action<bool>, CancellationToken, Task> WatchVersions,
    Func<ScreeningsDb, CancellationToken, Task> ExpectLoadAsync, Func<ScreeningsDb, CancellationToken, Task> AnalyzeAsync)
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Waits until no other process migrates, and tells once that it waits.</summary>
    public required Func<Action, CancellationToken, Task<IAsyncDisposable>> LockMigrationsAsync { get; init; }

    /// <summary>Whether a save would be taken now.</summary>
    public required Func<ScreeningsDb, CancellationToken, Task<bool>> CanWriteAsync { get; init; }

    /// <summary>Makes an empty file where there is none; whether it did.</summary>
    public bool MakeFile() => File is { } file && SqliteFile.Make(file);

    /// <summary>Whether other accounts of the machine can read the file.</summary>
    public bool IsOpenToOthers => File is { } file && SqliteFile.IsOpenToOthers(file);
}
