using HomsScreenings.Tests.Subscriptions;
using HomsScreenings.Web.Jobs;
using HomsScreenings.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using static HomsScreenings.Tests.Mail.SomeReports;

namespace HomsScreenings.Tests.Mail;

/// <summary>The mailbox as the program reads it over the network.</summary>
public sealed class ImapMailboxTests
{
    static Task<ScreeningsApp> StartAsync(Database database, ImapListener server, string password = "secret") =>
        ScreeningsApp.StartAsync(database, ("Mail:Bounces:Host", "127.0.0.1"), ("Mail:Bounces:Port", $"{server.Port}"),
            ("Mail:Bounces:User", "homs"), ("Mail:Bounces:Password", password));

    static Task<bool> RunAsync(ScreeningsApp app) =>
        app.Services.GetRequiredService<BackgroundJobs>().RunAsync("bounces", CancellationToken.None);

    [Theory, OnEachDatabase]
    public async Task What_nobody_has_read_is_read_and_only_what_it_deleted_is_taken_out(Database database)
    {
        using var server = new ImapListener();
        await using var app = await StartAsync(database, server);
        await app.FollowAsync();
        server.Receive(OfPostfix(await app.SendMailAsync()), "\\Seen");
        server.Receive(OfPostfix(await app.SendMailAsync()), "\\Deleted");
        server.Receive(OfGmail(await app.SendMailAsync()));
        server.Receive(OfVacation("X-Mailer: A program"));
        server.Receive("From: big@example.org\n\n" + string.Concat(Enumerable.Repeat(new string('x', 76) + "\n", 15_000)));
        Assert.True(await RunAsync(app));
        Assert.Equal([(1, false)], await app.BouncesAsync());
        Assert.Equal(["1 \\Seen", "2 \\Deleted", "4 \\Seen", "5 \\Seen"], server.Left);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("UID FETCH 5 (BODY", StringComparison.Ordinal));
        Assert.Contains("LOGOUT", server.Commands);
        Assert.True(await RunAsync(app));
        Assert.Equal(["1 \\Seen", "2 \\Deleted", "4 \\Seen", "5 \\Seen"], server.Left);
    }

    [Theory, OnEachDatabase]
    public async Task A_refused_login_and_a_server_that_is_gone_are_said_in_words_without_names(Database database)
    {
        using var server = new ImapListener();
        await using var app = await StartAsync(database, server, "not to be told");
        Assert.True(await RunAsync(app));
        server.Dispose();
        Assert.True(await RunAsync(app));
        var said = app.Log.Lines.Where(line => line.StartsWith("Warning HomsScreenings.Web.Mail.BounceReader: The mailbox of bounces "
            + "cannot be read, and is tried again: ", StringComparison.Ordinal)).ToList();
        Assert.Contains(said, line => line.Contains("The mail server refused the login:", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("Connection refused", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("user homs", StringComparison.Ordinal)
            || line.Contains("not to be told", StringComparison.Ordinal));
    }
}
