using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Storage;

/// <summary>What must never be false is refused by the database itself, whoever writes to it.</summary>
public sealed class ConstraintTests
{
    [Theory, OnEachDatabase]
    public async Task What_must_never_be_is_refused(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30", "ICA");
        string[] never =
        [
            """UPDATE "Screenings" SET "Date" = NULL""",
            """UPDATE "Screenings" SET "StartsAt" = NULL""",
            """UPDATE "Screenings" SET "EndsAt" = "StartsAt" """,
            """UPDATE "Screenings" SET "TimeZone" = NULL""",
            """UPDATE "Screenings" SET "Status" = 'Draft'""",
            """UPDATE "Screenings" SET "Status" = 'Perhaps'""",
            """UPDATE "Screenings" SET "PublishedAt" = NULL""",
            """UPDATE "Screenings" SET "City" = 'Leeds'""",
            """UPDATE "Screenings" SET "Capacity" = -1""",
            """UPDATE "Screenings" SET "PriceFrom" = 5""",
            """UPDATE "Screenings" SET "VenueId" = 12345""",
            """DELETE FROM "Venues" """,
            """DELETE FROM "Films" """,
            """UPDATE "Films" SET "ReleaseYear" = 1700""",
            """UPDATE "RunningTime" SET "Minutes" = 0""",
            """UPDATE "Venues" SET "Latitude" = 51.5""",
            """UPDATE "Venues" SET "Latitude" = 91, "Longitude" = 0""",
            """UPDATE "Venues" SET "StepFree" = 'Maybe'""",
        ];
        foreach (var sql in never)
            await app.InDbAsync(
                async db =>
                    Assert.True(await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(sql)) is System.Data.Common.DbException,
                        $"Not refused: {sql}"));
    }
}
