using System.Net;
using System.Net.Sockets;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Mail;

/// <summary>One connection for many mails, and none that cannot be left.</summary>
public sealed class MailConnectionTests
{
    const string NoServer = "aiosmtpd and icalendar are not installed (Debian: apt-get install python3-aiosmtpd python3-icalendar)";

    // Longer than anything here takes, and shorter than the 45 seconds after which a mail is given up without being told.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    static MailOptions OptionsFor(int port) => new() { Host = "127.0.0.1", Port = port, From = "screenings@example.org" };

    [Fact(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    public async Task Two_hundred_mails_leave_over_one_connection()
    {
        await using var server = await RealMailServer.StartAsync();
        server.Refuse("guest100@example.org");
        await using var connections = new MailConnections(OptionsFor(server.Port));
        for (var i = 0; i < 200; i++)
        {
            var sending = connections.SendAsync(SomeMail.To($"guest{i}@example.org"), CancellationToken.None);
            if (i == 100) await Assert.ThrowsAsync<SmtpCommandException>(() => sending);
            else await sending;
        }
        Assert.Equal(199, (await server.MailsAsync()).Select(m => m.To).Distinct().Count());
        Assert.Equal(1, server.Connections);
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_server_takes_few_mails_over_one_connection_another_is_opened(bool says)
    {
        await using var server = await RealMailServer.StartAsync();
        server.TakePerConnection(2, says);
        await using var connections = new MailConnections(OptionsFor(server.Port));
        for (var i = 0; i < 5; i++) await connections.SendAsync(SomeMail.To($"guest{i}@example.org"), CancellationToken.None);
        Assert.Equal(["guest0", "guest1", "guest2", "guest3", "guest4"], (await server.MailsAsync()).Select(m => m.To.Split('@')[0]));
        Assert.Equal(3, server.Connections);
    }

    [Fact(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer)]
    public async Task A_mail_that_broke_off_half_way_is_not_sent_again_at_once()
    {
        await using var server = await RealMailServer.StartAsync();
        await using var connections = new MailConnections(OptionsFor(server.Port));
        await connections.SendAsync(SomeMail.To("one@example.org"), CancellationToken.None);
        server.BreakOff(true);
        await Assert.ThrowsAnyAsync<Exception>(() => connections.SendAsync(SomeMail.To("two@example.org"), CancellationToken.None));
        server.BreakOff(false);
        await connections.SendAsync(SomeMail.To("three@example.org"), CancellationToken.None);
        Assert.Equal(["one@example.org", "two@example.org", "three@example.org"], (await server.MailsAsync()).Select(m => m.To));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_server_that_does_not_even_greet_can_be_left()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var leaving = new CancellationTokenSource();
        await using var connection = new MailConnection(OptionsFor(((IPEndPoint)listener.LocalEndpoint).Port), SecureSocketOptions.None);
        var sending = connection.SendAsync(SomeMail.To("nadia@example.org"), leaving.Token);
        using var silent = await listener.AcceptTcpClientAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Soon));
    }

    [Theory(SkipType = typeof(RealMailServer), SkipWhen = nameof(RealMailServer.IsMissing), Skip = NoServer), OnEachDatabase]
    public async Task The_end_of_the_program_does_not_wait_for_a_server_that_says_nothing_to_a_whole_mail(Database database)
    {
        await using var server = await RealMailServer.StartAsync();
        server.BeSilent();
        await using var app = await ScreeningsApp.StartAsync(database,
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:From", "screenings@example.org"));
        await app.BookAsync(await app.Programme.AddScreening(and: s => { s.Capacity = 9; s.GiveAwaySeats(_ => { }); }));
        var sender = app.Services.GetRequiredService<MailSender>();
        using var ending = new CancellationTokenSource();
        var round = sender.SendDueAsync(ending.Token);
        while (!server.IsSilent) await Task.Delay(20);
        await ending.CancelAsync();
        await Task.WhenAll(round, sender.EndAsync()).WaitAsync(Soon);

        var mail = await app.InDbAsync(db => db.Outbox.Include(m => m.Tries).SingleAsync());
        Assert.Equal((1, "Broken off, for the program was ended.", null), (mail.Attempts, Assert.Single(mail.Tries).Error, mail.SentAt));
    }
}
