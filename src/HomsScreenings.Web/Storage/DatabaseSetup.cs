using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HomsScreenings.Web.Storage;

/// <summary>Brings the database to the state that this program needs, or says in a sentence why it cannot.</summary>
public static class DatabaseSetup
{
    /// <summary>Before serving: migrates where that is wanted, and learns the versions.</summary>
    /// <exception cref="StartupProblem">The database cannot be opened, is newer than the program, or older and not to be
    /// migrated.</exception>
    public static Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        WithDatabaseAsync(services, async (db, storage, versions) =>
        {
            if (storage.MigrateOnStart) await UpdateAsync(db, storage, cancellationToken);
            else await RequireAsync(db, " first, or set Storage:MigrateOnStart=true.", cancellationToken);
            await ProgrammeIndex.CompleteAsync(db, cancellationToken);
            await db.LearnAsync(versions, cancellationToken);
        });

    /// <summary>For a verb that works on a database that is there: it makes none, and leaves what is there as it is.</summary>
    /// <exception cref="StartupProblem">There is none, it cannot be opened, or it is of another version of the program.</exception>
    public static Task RequireDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        WithDatabaseAsync(services, async (db, storage, versions) =>
        {
            if (storage.File is { } file && !File.Exists(file))
                throw new StartupProblem(
                    $"There is no database {file}: name it with ConnectionStrings:Screenings, or make one with the verb 'migrate'.");
            await RequireAsync(db, " first.", cancellationToken);
            await db.LearnAsync(versions, cancellationToken);
        });

    /// <summary>Migrates, and returns the names of the migrations that were applied.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> applied = [];
        await WithDatabaseAsync(services, async (db, storage, _) =>
        {
            applied = await UpdateAsync(db, storage, cancellationToken);
            await ProgrammeIndex.CompleteAsync(db, cancellationToken);
        });
        return applied;
    }

    /// <summary>After a large load: lets the database look at what it holds now, however long it takes.</summary>
    public static async Task AnalyzeDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await scope.ServiceProvider.GetRequiredService<StorageOptions>().AnalyzeAsync(db, cancellationToken);
    }

    // Of several processes that start at once one does it. What is pending is looked at once more behind the lock: what
    // the one before has done is not pending any more.
    static async Task<IReadOnlyList<string>> UpdateAsync(ScreeningsDb db, StorageOptions storage, CancellationToken cancellationToken)
    {
        var isNew = storage.MakeFile();
        if ((await PendingAsync(db, cancellationToken)).Count == 0) return [];
        var server = db.GetService<IRelationalDatabaseCreator>();
        if (!await server.ExistsAsync(cancellationToken)) await server.CreateAsync(cancellationToken);
        await using var alone = await storage.LockMigrationsAsync(
            () => Console.WriteLine("Another process brings the database up to date; waiting for it."), cancellationToken);
        var pending = await PendingAsync(db, cancellationToken);
        if (pending.Count == 0) return [];
        Console.WriteLine($"Bringing the database up to date: {pending.Count} migrations.");
        await db.Database.MigrateAsync(cancellationToken);
        if (isNew) Console.WriteLine($"Made a new database at {storage.File}.");
        return pending;
    }

    static async Task RequireAsync(ScreeningsDb db, string advice, CancellationToken cancellationToken)
    {
        if ((await PendingAsync(db, cancellationToken)).Count > 0)
            throw new StartupProblem($"The database is not up to date with this program: run the verb 'migrate'{advice}");
    }

    static async Task<IReadOnlyList<string>> PendingAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var newer = applied.Except(known, StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
            throw new StartupProblem(
                $"The database is newer than this program (it has '{newer[^1]}', which the program does not know). Start the newer program, or restore a backup from before the upgrade.");
        return [.. known.Except(applied, StringComparer.Ordinal)];
    }

    static async Task WithDatabaseAsync(IServiceProvider services, Func<ScreeningsDb, StorageOptions, Versions, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<StorageOptions>();
        try
        {
            await act(scope.ServiceProvider.GetRequiredService<ScreeningsDb>(), storage,
                scope.ServiceProvider.GetRequiredService<Versions>());
        }
        catch (Exception problem) when (DatabaseFailure.Is(problem) || problem is ArgumentException)
        {
            throw new StartupProblem(
                $"The database{(storage.File is { } file ? $" {file}" : "")} cannot be used: {DatabaseFailure.Describe(problem)}");
        }
    }
}
