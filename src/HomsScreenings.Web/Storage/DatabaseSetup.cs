using HomsScreenings.Search;
using HomsScreenings.Storage;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Storage;

/// <summary>Brings the database to the state that this program needs, or says in a sentence why it cannot.</summary>
public static class DatabaseSetup
{
    /// <summary>Before serving: migrates where that is wanted, and learns the versions.</summary>
    /// <exception cref="StartupProblem">The database cannot be opened, is newer than the program, or older and not to be
    /// migrated.</exception>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<StorageOptions>();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        await OrProblem(storage, async () =>
        {
            var pending = await PendingAsync(db, storage, cancellationToken);
            if (pending.Count > 0 && !storage.MigrateOnStart)
                throw new StartupProblem(
                    "The database is not up to date with this program: run the verb 'migrate' first, or set Storage:MigrateOnStart=true.");
            if (pending.Count > 0) await db.Database.MigrateAsync(cancellationToken);
            await ProgrammeIndex.CompleteAsync(db, cancellationToken);
            await db.LearnAsync(scope.ServiceProvider.GetRequiredService<Versions>(), cancellationToken);
        });
    }

    /// <summary>Migrates, and returns the names of the migrations that were applied.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        var storage = scope.ServiceProvider.GetRequiredService<StorageOptions>();
        IReadOnlyList<string> pending = [];
        await OrProblem(storage, async () =>
        {
            pending = await PendingAsync(db, storage, cancellationToken);
            if (pending.Count > 0) await db.Database.MigrateAsync(cancellationToken);
            await ProgrammeIndex.CompleteAsync(db, cancellationToken);
        });
        return pending;
    }

    /// <summary>After a large load: lets the database look at what it holds now, however long it takes.</summary>
    public static async Task AnalyzeDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ScreeningsDb>();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await scope.ServiceProvider.GetRequiredService<StorageOptions>().AnalyzeAsync(db, cancellationToken);
    }

    static async Task<IReadOnlyList<string>> PendingAsync(ScreeningsDb db, StorageOptions storage, CancellationToken cancellationToken)
    {
        if (storage.File is { } file) Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var newer = applied.Except(known, StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
            throw new StartupProblem(
                $"The database is newer than this program (it has '{newer[^1]}', which the program does not know). Start the newer program, or restore a backup from before the upgrade.");
        return [.. known.Except(applied, StringComparer.Ordinal)];
    }

    static async Task OrProblem(StorageOptions storage, Func<Task> act)
    {
        try { await act(); }
        catch (Exception problem) when (DatabaseFailure.Is(problem) || problem is ArgumentException)
        {
            throw new StartupProblem(
                $"The database{(storage.File is { } file ? $" {file}" : "")} cannot be used: {DatabaseFailure.Describe(problem)}");
        }
    }
}
