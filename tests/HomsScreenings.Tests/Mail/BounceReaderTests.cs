using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Tests.Subscriptions;
using HomsScreenings.Web.Jobs;
using HomsScreenings.Web.Mail;
using MailKit;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using static HomsScreenings.Tests.Mail.SomeReports;

namespace HomsScreenings.Tests.Mail;

/// <summary>What is done with what lies in the mailbox of bounces.</summary>
public sealed class BounceReaderTests
{
    static string LogOf(ScreeningsApp app) => string.Join('\n', app.Log.Lines);

    [Theory, OnEachDatabase]
    public async Task A_report_that_does_not_know_the_mail_or_to_whom_it_went_does_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        var id = await app.SendMailAsync();
        string[] forged =
        [
            OfPostfix(Guid.NewGuid().ToString("N") + "@screenings.test"),
            OfPostfix(id.Replace("screenings.test", "example.org", StringComparison.Ordinal)),
            OfPostfix(id, "ben.unusual@example.org"),
            OfPostfix(id, "ana.unusual@example.net"),
            OfPostfix(id, "nobody"),
            OfPostfix(""),
            OfFeedback(Guid.NewGuid().ToString("N") + "@screenings.test"),
            OfFeedback(id, named: "Original-Rcpt-To: <ana.unusual@example.net>"),
            OfFeedback("%' OR 1=1 --@screenings.test"),
        ];
        var mailbox = new FakeMailbox();
        foreach (var message in forged) mailbox.Receive(message);
        await app.ReadAsync(mailbox);
        Assert.Empty(mailbox.Left);
        Assert.Equal([(0, false)], await app.BouncesAsync());
        Assert.Null(await app.InDbAsync(db => db.Outbox.Where(m => m.SentAt != null).Select(m => m.LastError).SingleAsync()));

        app.Clock.Pass(OutboxQueries.KeptFor);
        await app.ReadAsync(OfPostfix(id), OfFeedback(id)); // and what was sent so long ago is not known any more
        Assert.Equal([(0, false)], await app.BouncesAsync());
        Assert.DoesNotContain("unusual", LogOf(app), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnEachDatabase]
    public async Task Reports_are_deleted_and_persons_letters_and_what_cannot_be_read_are_left_as_read(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        var (id, mailbox) = (await app.SendMailAsync(), new FakeMailbox());
        mailbox.OnUse = message =>
        {
            if (message == 4) throw new MessageNotFoundException("ana.unusual@example.org");
        };
        var huge = mailbox.Receive(BytesOf(OfPostfix(id)), says: 10 * 1024 * 1024);
        mailbox.Receive(OfVacation("Auto-Submitted: auto-replied"));
        var empty = mailbox.Receive([]);
        var refused = mailbox.Receive(OfPostfix(id));
        var person = mailbox.Receive(OfVacation("X-Mailer: A program"));
        var noise = mailbox.Receive([.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))]);
        mailbox.Receive(OfGmail(id));
        await app.ReadAsync(mailbox);
        Assert.Equal([(huge, true), (empty, true), (refused, true), (person, true), (noise, true)], mailbox.Left);
        Assert.DoesNotContain(huge, mailbox.Opened);
        Assert.Equal([(1, false)], await app.BouncesAsync());
        Assert.Contains("Of 7 messages in the mailbox of bounces 1 were failures and 0 complaints;", LogOf(app), StringComparison.Ordinal);
        Assert.DoesNotContain("unusual", LogOf(app), StringComparison.OrdinalIgnoreCase);

        var opened = mailbox.Opened.Count;
        await app.ReadAsync(mailbox);
        Assert.Equal(opened, mailbox.Opened.Count);
    }

    [Theory, OnEachDatabase]
    public async Task Ten_megabytes_and_a_thousand_layers_are_no_trouble_to_what_comes_after(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        var mailbox = new FakeMailbox();
        mailbox.Receive(new byte[10 * 1024 * 1024]);
        mailbox.Receive("From: somebody@example.org\n" + string.Concat(Enumerable.Range(0, 1000).Select(
            i => $"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n")) + OfPostfix(await app.SendMailAsync()));
        mailbox.Receive(OfPostfix(await app.SendMailAsync()));
        await app.ReadAsync(mailbox);
        Assert.Equal([(1, false)], await app.BouncesAsync());
        Assert.Equal(2, mailbox.Left.Count);
    }

    [Theory, OnEachDatabase]
    public async Task A_message_over_which_its_reader_stumbles_holds_up_none_behind_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        var mailbox = new FakeMailbox();
        foreach (var problem in new Exception[] { new NotSupportedException(), new InvalidCastException(), new FormatException() })
            mailbox.Stumbling[mailbox.Receive("From: somebody@example.org\n\n")] = problem;
        mailbox.Receive(OfPostfix(await app.SendMailAsync()));
        await app.ReadAsync(mailbox);
        Assert.Equal([(1, false)], await app.BouncesAsync());
        Assert.Equal([(1u, true), (2u, true), (3u, true)], mailbox.Left);
    }

    [Theory, OnEachDatabase]
    public async Task A_mailbox_that_does_not_answer_is_told_of_without_names_and_read_in_the_next_run(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database, ("Mail:Bounces:Host", "localhost"), ("Mail:Bounces:Port", "9"),
            ("Mail:Bounces:User", "homs-bounces"), ("Mail:Bounces:Password", "not to be told"));
        await app.FollowAsync();
        var mailbox = new FakeMailbox();
        mailbox.Receive(OfPostfix(await app.SendMailAsync()));
        Exception[] troubles =
        [
            new IOException("Connection reset by ana.unusual@example.org"), new OperationCanceledException(),
            new AuthenticationException("homs-bounces with 'not to be told' is not known"), new ServiceNotConnectedException(),
        ];
        foreach (var trouble in troubles)
        {
            mailbox.OnUse = _ => throw trouble;
            await app.ReadAsync(mailbox);
            mailbox.OnUse = message =>
            {
                if (message is not null) throw trouble;
            };
            await app.ReadAsync(mailbox);
        }
        Assert.Equal([(1u, false)], mailbox.Left);
        Assert.Contains("The mail server refused the login: (name) with '(name)' is not known", LogOf(app), StringComparison.Ordinal);
        foreach (var secret in new[] { "unusual", "homs-bounces", "not to be told" })
            Assert.DoesNotContain(secret, LogOf(app), StringComparison.OrdinalIgnoreCase);
        mailbox.OnUse = _ => { };
        await app.ReadAsync(mailbox);
        Assert.Equal([(1, false)], await app.BouncesAsync());
    }

    [Theory, OnEachDatabase]
    public async Task The_job_reads_the_mailbox_that_is_set_and_keeps_what_is_to_be_kept(Database database)
    {
        await using var shared = await FreshDatabase.CreateAsync(database);
        var mailbox = new FakeMailbox();
        await using var app = await ScreeningsApp.StartAsync(shared, services => services.AddSingleton<Func<IBounceMailbox>>(() => mailbox),
            ("Mail:Bounces:Host", "localhost"), ("Mail:Bounces:User", "homs"), ("Mail:Bounces:Password", "secret"),
            ("Mail:Bounces:Keep", "true"));
        var jobs = app.Services.GetRequiredService<BackgroundJobs>();
        Assert.True(await jobs.RunAsync("bounces", CancellationToken.None));
        await app.FollowAsync();
        var id = mailbox.Receive(OfPostfix(await app.SendMailAsync()));
        Assert.True(await jobs.RunAsync("bounces", CancellationToken.None));
        Assert.Equal([(1, false)], await app.BouncesAsync());
        Assert.Equal([(id, true)], mailbox.Left);
    }

    [Theory, OnEachDatabase]
    public async Task Mail_to_a_guest_that_came_back_is_shown_at_the_desk_and_stops_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var screening = await app.Programme.AddScreening(organisation: "Homs Campaign", and: s =>
        {
            s.Capacity = 9;
            s.GiveAwaySeats(_ => { });
        });
        await app.FollowAsync(email: "nadia@example.org");
        await app.BookAsync(screening, email: "nadia@example.org");
        var mail = await app.InDbAsync(db => db.Outbox.SingleAsync(m => m.Kind == "booking.booked"));
        await app.InDbAsync(db => db.Outbox.ClaimAsync(mail.Id, 0, app.Clock.Now, default));
        await app.InDbAsync(db => db.MarkSentAsync(mail.Id, app.Clock.Now, default));
        await app.ReadAsync(OfPostfix($"{mail.MessageId}@screenings.test", "Nadia@Example.org"));
        Assert.Equal([(0, false)], await app.BouncesAsync());
        Assert.Equal("The address takes no mail. It came back, with status 5.1.1.",
            await app.InDbAsync(db => db.Outbox.Where(m => m.Id == mail.Id).Select(m => m.LastError).SingleAsync()));
        var guests = await (await app.AsOrganiserAsync()).GetAsync("/organise/screenings/return-to-homs-ica/guests");
        Assert.Contains("Mail could not be delivered", guests.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "250 OK", "MAIL FROM:<screenings@example.org>", "RCPT TO:<nadia@example.org>")]
    [InlineData("bounces@example.org", "250 OK", "MAIL FROM:<bounces@example.org>", "RCPT TO:<nadia@example.org>")]
    [InlineData("bounces@example.org", "250-localhost\r\n250 DSN", "MAIL FROM:<bounces@example.org> ENVID=one@screenings.test RET=HDRS",
        "RCPT TO:<nadia@example.org> NOTIFY=FAILURE ORCPT=rfc822;nadia@example.org")]
    public async Task The_envelope_says_where_mail_comes_back_to_and_asks_for_reports_where_the_server_can(
        string? returnTo, string greeting, params string[] envelope)
    {
        using var server = new SmtpListener { Greeting = greeting };
        var options = new MailOptions { Host = "127.0.0.1", Port = server.Port, From = "screenings@example.org" };
        options.Bounces = new() { Host = returnTo is null ? null : "localhost", Address = returnTo };
        await using (var connections = new MailConnections(options))
        {
            var mail = SomeMail.To("nadia@example.org");
            mail.MessageId = "one@screenings.test";
            await connections.SendAsync(mail, CancellationToken.None);
        }
        Assert.Equal(envelope, server.Envelopes);
        Assert.Contains("From: screenings@example.org", Assert.Single(server.Mails), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imap.example.org", 993, null, SecureSocketOptions.SslOnConnect)]
    [InlineData("localhost", 993, false, SecureSocketOptions.SslOnConnect)]
    [InlineData("imap.example.org", 143, null, SecureSocketOptions.StartTls)]
    [InlineData("imap.example.org", 143, false, SecureSocketOptions.None)]
    [InlineData("localhost", 143, null, SecureSocketOptions.None)]
    [InlineData("127.0.0.1", 143, true, SecureSocketOptions.StartTls)]
    public void The_connection_is_safe_but_on_this_machine_and_where_somebody_says_otherwise(
        string host, int port, bool? tls, SecureSocketOptions security) =>
        Assert.Equal(security, new BounceOptions { Host = host, Port = port, Tls = tls }.Security);
}
