using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HomsScreenings.Tests.Storage;

/// <summary>A database of an earlier version is brought up to date with all that is in it.</summary>
public sealed class UpgradeTests
{
    [Theory, OnEachDatabase]
    public async Task The_number_of_the_programme_goes_on_where_it_stood_there_and_back(Database database)
    {
        await using var old = await FreshDatabase.CreateEmptyAsync(database);
        var versions = new Versions();
        await using var db = old.Open(TimeProvider.System, versions);
        await db.GetService<IMigrator>().MigrateAsync("Bookings");
        await db.Database.ExecuteSqlRawAsync("""UPDATE "ProgrammeStamp" SET "Value" = 41""");
        await db.GetService<IMigrator>().MigrateAsync("ChangedScreenings"); // from the one after it there is no way back
        await db.LearnAsync(versions, CancellationToken.None);
        Assert.Equal(41, versions.Of(Area.Programme).Number);

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Raise(Area.Programme);
            await transaction.CommitAsync();
        }
        Assert.Equal(42, versions.Of(Area.Programme).Number);
        await db.GetService<IMigrator>().MigrateAsync("Bookings");
        Assert.Equal(42, (await db.Database.SqlQuery<long>($"""SELECT "Value" FROM "ProgrammeStamp" """).ToListAsync()).Single());
    }
}
