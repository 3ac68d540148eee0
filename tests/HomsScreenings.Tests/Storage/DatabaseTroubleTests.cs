using System.Text.RegularExpressions;
using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Tests.Processes;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HomsScreenings.Tests.Storage;

/// <summary>A database that is there and does not do its work: who sends something is told so, and so is who runs the site.</summary>
public sealed class DatabaseTroubleTests
{
    public static bool IsPostgresMissing => Needs.Unmet(PostgresServer.WhyNot) is not null;
    const string Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)";

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = Missing)]
    public async Task A_server_that_only_lets_read_takes_nothing_and_nobody_is_told_that_somebody_else_was_faster()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Postgres);
        var house = await app.HouseAsync(10);
        var organiser = await app.AsOrganiserAsync();
        var form = await organiser.GetAsync("/organise/venues/new");
        var booking = await app.AsVisitor().GetAsync($"/screenings/{house.Slug}/book");
        Assert.Equal((200, "ready"), await ReadyAsync(app));

        await SetReadOnlyAsync(app.Database, "on");
        app.Clock.Pass(AtTheForm.AWhile);
        var saved = await organiser.SubmitAsync(form, "/organise/venues/new", changes: [("Input.Name", "Hall"), ("Input.City", "London")]);
        var booked = await app.AsVisitor().SubmitAsync(booking, $"/screenings/{house.Slug}/book",
            changes: [("Input.Email", "ana@example.org"), ("Input.People", "1")]);
        foreach (var answer in new[] { saved, booked })
            Assert.Equal((503, "60", "Back in a moment"), (answer.Status, answer.Header("Retry-After"), answer.Text("h1")));
        Assert.Null(saved.Text("code")); // a reference that stands in no log
        Assert.Equal((503, "the database takes no changes"), await ReadyAsync(app));
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal));
        Assert.Single(app.Log.Lines, line => line.StartsWith(
            "Warning HomsScreenings.Web.Hosting.ErrorLog: The database could not do its work in POST /", StringComparison.Ordinal));

        await SetReadOnlyAsync(app.Database, "off");
        Assert.Equal((200, "ready"), await ReadyAsync(app));
        Assert.Equal(302, (await organiser.SubmitAsync(form, "/organise/venues/new",
            changes: [("Input.Name", "Hall"), ("Input.City", "London")])).Status);
    }

    [Fact(SkipWhen = nameof(IsPostgresMissing), Skip = Missing)]
    public async Task A_server_that_hangs_is_not_ready_and_whoever_asks_does_not_hang_with_it()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Postgres);
        var through = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        using var door = new Doorway(through.Port);
        through.Port = door.Port;
        await using var app = await ScreeningsApp.StartAsync(database, ("ConnectionStrings:Screenings", through.ConnectionString));
        door.Hold();
        Assert.Equal((503, "the database does not answer"), await ReadyAsync(app));
        door.LetGo();
        while (await ReadyAsync(app) != (200, "ready")) await Task.Yield();
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_takes_nothing_and_one_that_somebody_writes_to_does()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        await using var db = database.Open(TimeProvider.System);
        Assert.True(await SqliteStorage.CanWriteAsync(db, CancellationToken.None));
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Versions" SET "Number" = "Number" """);
            await using var other = database.Open(TimeProvider.System);
            Assert.True(await SqliteStorage.CanWriteAsync(other, CancellationToken.None));
        }
        await using var reader = database.Open(TimeProvider.System,
            and: options => options.UseSqliteStorage($"{database.ConnectionString};Mode=ReadOnly"));
        Assert.False(await SqliteStorage.CanWriteAsync(reader, CancellationToken.None));
    }

    [Theory, InlineData("deleted"), InlineData("replaced")]
    public async Task A_file_that_is_gone_is_noticed_and_nothing_is_taken_that_would_be_lost(string how)
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        var file = SqliteStorage.FileOf(database.ConnectionString)!;
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var form = await organiser.GetAsync("/organise/venues/new");
        if (how == "replaced")
        {
            File.Copy(file, $"{file}.copy");
            File.Move($"{file}.copy", file, overwrite: true);
        }
        else File.Delete(file);

        const string error = "Error HomsScreenings.Web.Storage.VersionWatcher: The database ";
        for (var tries = 0; tries < 300 && !app.Log.Lines.Any(Says); tries++) await Task.Delay(100);
        Assert.Equal((503, "the file of the database was deleted or replaced"), await ReadyAsync(app));
        var saved = await organiser.SubmitAsync(form, "/organise/venues/new", changes: [("Input.Name", "Hall"), ("Input.City", "London")]);
        Assert.Equal((503, "60", "Back in a moment"), (saved.Status, saved.Header("Retry-After"), saved.Text("h1")));
        Assert.StartsWith("The database does not take anything just now", saved.Text("main p"), StringComparison.Ordinal);
        Assert.Contains(file, Assert.Single(app.Log.Lines, Says), StringComparison.Ordinal);
        Assert.Equal(how == "replaced", File.Exists(file)); // none is made in its place

        static bool Says(string line) => line.StartsWith(error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_takes_too_long_to_read_says_nothing_of_the_database()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite, services => services.AddScoped<GuestLimits>(
            _ => throw new RegexMatchTimeoutException("a text", "a pattern", TimeSpan.FromMilliseconds(200))));
        Assert.Equal(500, (await app.AsVisitor().GetAsync("/account/forgot-password")).Status);
        Assert.Single(app.Log.Lines, line => line.StartsWith("Error HomsScreenings.Web.Hosting.ErrorLog", StringComparison.Ordinal));
    }

    static async Task<(int Status, string Words)> ReadyAsync(ScreeningsApp app)
    {
        var answer = await app.AsVisitor().GetAsync("/health/ready");
        return (answer.Status, answer.Body);
    }

    static async Task SetReadOnlyAsync(FreshDatabase database, string value)
    {
        var server = await PostgresServer.RunningAsync();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await server.ExecuteAsync($"ALTER DATABASE {name} SET default_transaction_read_only = {value}");
        NpgsqlConnection.ClearPool(new NpgsqlConnection(database.ConnectionString));
    }
}
