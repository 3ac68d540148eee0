using System.Diagnostics;
using HomsScreenings.Model;
using HomsScreenings.Tests.Accounts;
using HomsScreenings.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Commands;

public sealed class UserCommandTests
{
    static readonly string Program = typeof(NewAccounts).Assembly.Location;

    static Process Start(ScreeningsApp app, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Program)!
        };
        foreach (var word in (string[])[Program, .. words, $"--Storage:Provider={app.Database.Provider}",
            $"--ConnectionStrings:Screenings={app.Database.ConnectionString}", $"--Site:BaseUrl={ScreeningsApp.BaseUrl}"])
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    static async Task<(int Status, string Said, string Complained)> RunAsync(ScreeningsApp app, string input, params string[] words)
    {
        using var process = Start(app, words);
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await said).Trim(), (await complained).Trim());
    }

    [Theory, OnEachDatabase]
    public async Task An_account_is_made_with_the_password_on_standard_input(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal((0, "Made the account of nadia@example.org, who runs the site.", ""),
            await RunAsync(app, SigningIn.Password, "user", "add", "nadia@example.org", "--admin"));
        var person = app.AsVisitor();
        await person.SignInAsync("nadia@example.org");
        Assert.Equal(200, (await person.GetAsync("/organise/accounts")).Status);

        Assert.Equal((1, "", "There is an account with this email address already."),
            await RunAsync(app, SigningIn.Password, "user", "add", "NADIA@example.org"));
        Assert.Equal((0, "Made the account of talal@example.org.", ""),
            await RunAsync(app, SigningIn.Password, "user", "add", "talal@example.org"));
        Assert.Equal(1, await app.InDbAsync(db => db.UserRoles.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_made()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        Assert.Equal((1, "", "'nadia' is not an email address."), await RunAsync(app, SigningIn.Password, "user", "add", "nadia"));
        Assert.Equal((1, "", "A password has at least 12 signs; a few words are easy to remember."),
            await RunAsync(app, "seven7!", "user", "add", "nadia@example.org"));
        Assert.Equal(2, (await RunAsync(app, "", "user", "add")).Status);
        Assert.Equal(2, (await RunAsync(app, "", "user")).Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_first_start_prints_a_link_that_works()
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        using var process = Start(app, "serve", "--urls=http://127.0.0.1:0");
        try
        {
            const string before = $"Make the first organiser at {ScreeningsApp.BaseUrl}";
            string? line;
            do line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            while (line is not null && !line.StartsWith(before, StringComparison.Ordinal));
            Assert.NotNull(line);
            Assert.Equal(200, (await app.AsVisitor().GetAsync(line[before.Length..])).Status); // two processes, one database
            var token = line[(line.IndexOf("token=", StringComparison.Ordinal) + "token=".Length)..];
            Assert.Equal([Token.HashOf(token)], await app.InDbAsync(db => db.Tokens.Select(t => t.Hash).ToListAsync()));
        }
        finally { process.Kill(); }
    }
}
