using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Processes;

/// <summary>A database is brought up to date by one process at a time, and none waits for one that is dead.</summary>
public sealed class MigrationTests
{
    const string UpToDate = "The database is up to date.\n", Waits = "Another process brings the database up to date; waiting for it.";

    [Theory, OnEachDatabase]
    public async Task Of_several_that_migrate_at_once_one_does_it_and_all_end_well(Database kind)
    {
        await using var database = await FreshDatabase.CreateEmptyAsync(kind);
        var ended = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => RunningProgram.RunAsync(["migrate", .. RunningProgram.SettingsFor(database)])));
        Assert.Equal([(0, ""), (0, ""), (0, "")], ended.Select(e => (e.Status, e.Errors)));
        Assert.Single(ended, e => e.Output.Contains("Applied: ", StringComparison.Ordinal));
        Assert.Equal(2, ended.Count(e => e.Output.EndsWith(UpToDate, StringComparison.Ordinal)));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_waits_for_another_says_so(Database kind)
    {
        await using var database = await FreshDatabase.CreateEmptyAsync(kind);
        var other = kind == Database.Sqlite
            ? await SqliteMigrationLock.AcquireAsync(database.ConnectionString, () => { }, CancellationToken.None)
            : await PostgresMigrationLock.AcquireAsync(database.ConnectionString, () => { }, CancellationToken.None);
        await using var program = RunningProgram.Start(["migrate", .. RunningProgram.SettingsFor(database)]);
        await program.SaysAsync(Waits);
        await other.DisposeAsync();
        var ended = await program.EndAsync();
        Assert.Equal((0, ""), (ended.Status, ended.Errors));
        Assert.Contains("\nApplied: ", ended.Output, StringComparison.Ordinal);
    }

    // What Entity Framework leaves in the file when it is killed there.
    [Fact]
    public async Task A_lock_whose_holder_is_dead_holds_up_nobody()
    {
        await using var database = await FreshDatabase.CreateEmptyAsync(Database.Sqlite);
        await using (var db = database.Open(TimeProvider.System))
            await db.Database.ExecuteSqlRawAsync("""
                CREATE TABLE "__EFMigrationsLock" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-29 12:00:00+00:00');
                """);
        var ended = await RunningProgram.RunAsync(["migrate", .. RunningProgram.SettingsFor(database)]);
        Assert.Equal((0, ""), (ended.Status, ended.Errors));
        Assert.Contains("Applied: ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_is_killed_is_gone_on_with_by_the_next_start()
    {
        await using var database = await FreshDatabase.CreateEmptyAsync(Database.Sqlite);
        await using (var program = RunningProgram.Start(["migrate", .. RunningProgram.SettingsFor(database)]))
        {
            await program.SaysAsync("Bringing the database up to date: ");
            program.Kill();
            await program.EndAsync();
        }
        var ended = await RunningProgram.RunAsync(["migrate", .. RunningProgram.SettingsFor(database)]);
        Assert.Equal((0, ""), (ended.Status, ended.Errors));
        await using var db = database.Open(TimeProvider.System);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
