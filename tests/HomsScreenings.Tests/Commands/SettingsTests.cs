using HomsScreenings.Migrations.Sqlite;
using HomsScreenings.Tests.Processes;

namespace HomsScreenings.Tests.Commands;

/// <summary>Settings on the command line and beside it, as people give them.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task The_value_of_a_setting_may_stand_apart_and_the_name_of_the_database_in_any_letters()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        var ended = await RunningProgram.RunAsync("migrate", RunningProgram.ContentRoot, "--environment", "Staging",
            "--Storage:Provider", "sqlite", "--ConnectionStrings:Screenings", database.ConnectionString, "--urls", "http://127.0.0.1:0");
        Assert.Equal(new Ended(0, "The database is up to date.\n", ""), ended);
    }

    [Theory]
    [InlineData("--urls", "Unrecognized command or argument '--urls'.")]
    [InlineData("/urls=http://localhost:1", "Unrecognized command or argument '/urls=http://localhost:1'.")]
    public async Task What_is_no_setting_is_a_usage_error(string argument, string sentence) =>
        Assert.Equal(new Ended(2, "", $"{sentence}\nTry '--help'.\n"), await RunningProgram.RunAsync("migrate", argument));

    [Fact]
    public async Task A_secret_is_read_from_a_file_that_is_named_like_its_setting()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        var folder = Directory.CreateTempSubdirectory("homs-secrets-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "ConnectionStrings__Screenings"), database.ConnectionString + "\n");
        await using var program = RunningProgram.Start(("CREDENTIALS_DIRECTORY", folder), "migrate", RunningProgram.ContentRoot,
            "--ConnectionStrings:Screenings=Data Source=/no/such/folder/x.db");
        Assert.Equal(new Ended(0, "The database is up to date.\n", ""), await program.EndAsync());
        Assert.True(File.Exists(SqliteStorage.FileOf(database.ConnectionString)));
    }
}
