namespace HomsScreenings.Tests.Processes;

/// <summary>What a container asks to know whether it is well.</summary>
public sealed class HealthVerbTests
{
    [Fact]
    public async Task A_program_that_serves_is_ready_and_one_that_is_gone_is_not()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        await using var program = await RunningProgram.ServeAsync(RunningProgram.SettingsFor(database));
        Assert.Equal(new Ended(0, "ready\n", ""), await RunningProgram.RunAsync("health", program.Url.ToString()));

        // Without an address it asks where the same environment lets the program listen.
        await using (var asking = RunningProgram.Start(("ASPNETCORE_URLS", $"http://0.0.0.0:{program.Url.Port}"), "health"))
            Assert.Equal(new Ended(0, "ready\n", ""), await asking.EndAsync());

        program.Kill();
        await program.EndAsync();
        Assert.Equal(new Ended(1, "", $"{program.Url} does not answer: Connection refused (127.0.0.1:{program.Url.Port})\n"),
            await RunningProgram.RunAsync("health", program.Url.ToString()));
    }

    [Fact]
    public async Task Something_that_is_no_address_is_a_usage_error() =>
        Assert.Equal(new Ended(2, "", "'here' is not a web address such as http://localhost:8080.\n"),
            await RunningProgram.RunAsync("health", "here"));
}
