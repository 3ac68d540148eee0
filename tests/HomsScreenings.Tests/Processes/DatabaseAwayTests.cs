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
        for (var tries = 0; tries < 600 && await StatusAsync("/health/ready") != HttpStatusCode.OK; tries++) await Task.Delay(100);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/venues"));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode;
        }
    }

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = Missing)]
    public async Task Who_is_signed_in_reads_that_too_and_the_log_is_not_filled_with_it()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        var through = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        using var door = new Doorway(through.Port);
        through.Port = door.Port;
        await using var app = await ScreeningsApp.StartAsync(database, ("ConnectionStrings:Screenings", through.ConnectionString));
        var organiser = await app.AsOrganiserAsync();
        var form = await organiser.GetAsync("/organise/venues/new");

        door.Shut();
        var (seen, sent) = (await organiser.GetAsync("/organise"),
            await organiser.SubmitAsync(form, "/organise/venues/new", changes: [("Input.Name", "Hall")]));
        Assert.Equal((503, 503, "60"), (seen.Status, sent.Status, sent.Header("Retry-After")));
        Assert.Equal(("Back in a moment", "Back in a moment"), (seen.Text("h1"), sent.Text("h1")));
        Assert.StartsWith("The database does not take anything just now, so what you sent is most likely not saved.",
            sent.Text("main p"), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal));
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
