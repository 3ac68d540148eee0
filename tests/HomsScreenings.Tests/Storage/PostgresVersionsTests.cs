using System.Threading.Channels;
using HomsScreenings.Migrations.Postgres;
using HomsScreenings.Records;
using Npgsql;

namespace HomsScreenings.Tests.Storage;

public sealed class PostgresVersionsTests
{
    public static bool IsPostgresMissing => Needs.Unmet(PostgresServer.WhyNot) is not null;

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = "PostgreSQL is not installed (Debian: apt-get install postgresql)")]
    public async Task What_nobody_announced_is_seen_by_looking_again_and_again()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        await using var server = NpgsqlDataSource.Create(database.ConnectionString);
        var seen = Channel.CreateUnbounded<long>();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        // So often that each time a part of a millisecond is left to wait.
        var watching = PostgresVersions.WatchAsync(database.ConnectionString, TimeSpan.FromMilliseconds(1.5),
            (area, number) => { if (area == Area.Seats) seen.Writer.TryWrite(number); }, end.Token);
        for (var raised = 1; raised <= 20; raised++)
        {
            await using var raise = server.CreateCommand($"""
                INSERT INTO "Versions" ("Area", "Number") VALUES ('{Area.Seats.Name}', {raised})
                ON CONFLICT ("Area") DO UPDATE SET "Number" = EXCLUDED."Number"
                """);
            await raise.ExecuteNonQueryAsync(end.Token);
            while (await seen.Reader.ReadAsync(end.Token) < raised) { }
        }
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }
}
