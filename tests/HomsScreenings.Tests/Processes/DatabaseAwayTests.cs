using System.Net;
using Npgsql;

namespace HomsScreenings.Tests.Processes;

/// <summary>The database server goes away while the program serves, and comes back; and the program is asked to end.</summary>
public sealed class DatabaseAwayTests
{
    public static bool IsPostgresMissing => Needs.Unmet(PostgresServer.WhyNot) is not null;
    const string Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)";

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = Missing)]
    public async Task Known_pages_are_served_on_and_others_say_that_they_will_be_back()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        using var door = new Doorway(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        await using var program = await RunningProgram.ServeAsync(Through(door, database));
        using var http = new HttpClient { BaseAddress = program.Url };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/films"));

        door.Shut();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/films"));
        using (var away = await http.GetAsync("/venues"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Contains("<h1>Back in a moment</h1>", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/live"));

        door.Open();
        for (var tries = 0; tries < 50 && await StatusAsync("/health/ready") != HttpStatusCode.OK; tries++) await Task.Delay(100);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/venues"));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode;
        }
    }

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = Missing)]
    public async Task Asked_to_end_it_answers_the_requests_under_way_first()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        using var door = new Doorway(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        await using var program = await RunningProgram.ServeAsync(Through(door, database));
        using var http = new HttpClient { BaseAddress = program.Url };

        door.Hold();
        var underWay = http.GetAsync("/venues");
        await Task.Delay(500);
        program.Terminate();
        await Task.Delay(3_000); // longer than a command line would wait by itself
        Assert.False(underWay.IsCompleted);
        door.LetGo();

        using var answer = await underWay;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ended = await program.EndAsync();
        Assert.Equal((0, ""), (ended.Status, ended.Errors));
    }

    static string[] Through(Doorway door, FreshDatabase database) => RunningProgram.SettingsFor(database.Provider,
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = door.Port }.ConnectionString);
}
