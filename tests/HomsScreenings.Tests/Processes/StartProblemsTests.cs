using System.Net;
using System.Net.Sockets;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Processes;

/// <summary>Whatever keeps the program from starting is one line for the person who started it.</summary>
public sealed class StartProblemsTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = await FileWithAsync("These are the minutes of a meeting, and no database at all.");
        await AssertSaysAsync($"The database {file} cannot be used: SQLite Error 26: 'file is not a database'.", OnSqlite(file));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = await FileWithAsync("A file where a folder should be.");
        await AssertSaysAsync($"The database {file}/screenings.db cannot be used: The file '{file}' already exists.",
            OnSqlite($"{file}/screenings.db"));
    }

    [Fact]
    public async Task A_database_server_that_is_not_there_is_named()
    {
        var port = FreePort();
        await AssertSaysAsync($"The database cannot be used: Failed to connect to 127.0.0.1:{port}: Connection refused.",
            RunningProgram.SettingsFor("PostgreSQL", $"Host=127.0.0.1;Port={port};Username=homs;Database=homs"));
    }

    [Theory, InlineData("-1"), InlineData("a month")]
    public async Task Days_after_which_guests_cannot_be_forgotten_are_named(string days) =>
        await AssertSaysAsync($"The setting Guests:KeepDays is '{days}'; it is a number of days from 0 to 3650.",
            [.. OnSqlite("none.db"), $"--Guests:KeepDays={days}"]);

    [Theory]
    [InlineData("Guests:FormsPerMinute=0", "The setting Guests:FormsPerMinute is '0'; it is a whole number from 1 on.")]
    [InlineData("Guests:FormsPerMinuteOfNetwork=many",
        "The setting Guests:FormsPerMinuteOfNetwork is 'many'; it is a whole number from 1 on.")]
    [InlineData("Interests:KeepDays=0", "The setting Interests:KeepDays is '0'; it is a whole number from 1 on.")]
    [InlineData("Interests:UnconfirmedDays=5000",
        "The setting Interests:UnconfirmedDays is '5000'; it is a number of days from 1 to 3650.")]
    [InlineData("Guests:ConfirmScarceSeats=maybe", "The setting Guests:ConfirmScarceSeats is 'maybe'; it is true or false.")]
    [InlineData("Accounts:TriesPerMinute=-5", "The setting Accounts:TriesPerMinute is '-5'; it is a whole number from 1 on.")]
    [InlineData("Mail:Port=smtp",
        "The settings cannot be used: Failed to convert configuration value 'smtp' at 'Mail:Port' to type 'System.Int32'.")]
    [InlineData("Mail:Port=99999", "The setting Mail:Port is 99999; ports go from 1 to 65535.")]
    [InlineData("Mail:Host=smtp://mail.example.org:587/",
        "The setting Mail:Host is 'smtp://mail.example.org:587/'; it is the bare name of the mail server, such as mail.example.org.")]
    [InlineData("Mail:BulkPerMinute=0",
        "The setting Mail:BulkPerMinute is 0; at least one mail to many has to leave in a minute.")]
    [InlineData("Mail:User=homs", "The setting Mail:User is there, but Mail:Password is not: the mail server would refuse the login.")]
    [InlineData("Mail:From=a@example.org, b@example.org",
        "The setting Mail:From is missing or not an email address: with Mail:Host set, mail needs a sender such as screenings@example.org.")]
    [InlineData("Mail:Bounces:Address=Bounces <bounces@example.org>",
        "The setting Mail:Bounces:Address is 'Bounces <bounces@example.org>'; it is an email address alone, such as bounces@example.org.")]
    [InlineData("Mail:Bounces:Host=imap://imap.example.org/",
        "The setting Mail:Bounces:Host is 'imap://imap.example.org/'; it is the bare name of the mail server, such as imap.example.org.")]
    [InlineData("Mail:Bounces:Host=imap.example.org",
        "With Mail:Bounces:Host set, the mailbox needs a login: the settings Mail:Bounces:User and Mail:Bounces:Password.")]
    [InlineData("Mail:Bounces:Keep=perhaps",
        "The settings cannot be used: Failed to convert configuration value 'perhaps' at 'Mail:Bounces:Keep' to type 'System.Boolean'.")]
    public Task A_setting_with_which_nothing_can_be_done_is_named(string setting, string sentence) =>
        AssertSaysAsync(
            sentence, [.. OnSqlite("none.db"), "--Mail:Host=mail.example.org", "--Mail:From=screenings@example.org", $"--{setting}"]);

    [Theory, OnEachDatabase]
    public async Task A_database_of_a_newer_program_is_left_alone(Database kind)
    {
        await using var database = await FreshDatabase.CreateAsync(kind);
        await using (var db = database.Open(TimeProvider.System))
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Holograms', '99.0')""");
        await AssertSaysAsync(
            "The database is newer than this program (it has '29990101000000_Holograms', which the program does not know). Start the newer program, or restore a backup from before the upgrade.",
            RunningProgram.SettingsFor(database));
    }

    [Theory, OnEachDatabase]
    public async Task An_older_database_is_left_alone_where_migrating_is_not_wanted(Database kind)
    {
        await using var database = await FreshDatabase.CreateEmptyAsync(kind);
        await AssertSaysAsync(
            "The database is not up to date with this program: run the verb 'migrate' first, or set Storage:MigrateOnStart=true.",
            [.. RunningProgram.SettingsFor(database), "--Storage:MigrateOnStart=false"]);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await using var database = await FreshDatabase.CreateAsync(Database.Sqlite);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        await AssertSaysAsync(
            $"Failed to bind to address {url}: address already in use. Another program listens there; choose another with --urls=http://localhost:PORT.",
            [.. RunningProgram.SettingsFor(database), $"--urls={url}"]);
    }

    [Fact]
    public Task An_address_of_the_site_is_needed() => AssertSaysAsync(
        "The setting Site:BaseUrl is missing: outside Development the links in feeds and mail need the site's address, such as https://screenings.example.org.",
        [RunningProgram.ContentRoot]);

    [Fact]
    public Task A_path_below_the_host_is_refused() => AssertSaysAsync(
        "The setting Site:BaseUrl is 'https://screenings.test/cinema'; the site has a host of its own, such as https://screenings.example.org, and no path on one.",
        [RunningProgram.ContentRoot, "--Site:BaseUrl=https://screenings.test/cinema"]);

    [Theory]
    [InlineData("Site:Nmae", "There is no setting Site:Nmae; in Site there are Name, Names, BaseUrl, Contact, Proxies, HstsIncludeSubDomains.")]
    [InlineData("Storage:MigrateAtStart", "There is no setting Storage:MigrateAtStart; in Storage there are Provider, MigrateOnStart.")]
    [InlineData("Mail:Bounces:Hots",
        "There is no setting Mail:Bounces:Hots; in Mail:Bounces there are Host, Port, User, Password, Folder, Tls, Address, Keep.")]
    public Task A_setting_that_there_is_not_is_named(string setting, string sentence) =>
        AssertSaysAsync(sentence, [.. OnSqlite("none.db"), $"--{setting}=x"]);

    [Fact]
    public Task Another_provider_than_the_two_is_refused() => AssertSaysAsync(
        "The setting Storage:Provider is 'Oracle'; it can be 'Sqlite' or 'PostgreSQL'.",
        RunningProgram.SettingsFor("Oracle", "Data Source=x.db"));

    [Fact]
    public Task A_setting_that_is_no_yes_or_no_is_named() => AssertSaysAsync(
        "The settings cannot be used: Failed to convert configuration value 'perhaps' at 'Storage:MigrateOnStart' to type 'System.Boolean'.",
        [.. OnSqlite("/nowhere/x.db"), "--Storage:MigrateOnStart=perhaps"]);

    [Fact]
    public Task A_word_that_the_database_does_not_know_is_named() => AssertSaysAsync(
        "The settings cannot be used: Connection string keyword 'colour' is not supported. For a possible alternative, see https://go.microsoft.com/fwlink/?linkid=2142181.",
        RunningProgram.SettingsFor("Sqlite", "Data Source=x.db;Colour=red"));

    [Fact]
    public Task A_content_root_that_is_not_there_is_named() => AssertSaysAsync(
        "The content root is set to /no/such/folder/, and there is no such folder.",
        ["--contentRoot=/no/such/folder", "--Site:BaseUrl=https://screenings.test"]);

    static string[] OnSqlite(string file) => RunningProgram.SettingsFor("Sqlite", $"Data Source={file}");

    static async Task AssertSaysAsync(string sentence, string[] arguments)
    {
        var ended = await RunningProgram.RunAsync(arguments);
        Assert.Equal(new Ended(1, "", sentence + '\n'), ended);
    }

    static async Task<string> FileWithAsync(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("homs-start-").FullName, "minutes");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
