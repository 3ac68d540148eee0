using System.Globalization;
using System.Text;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Tests.Accounts;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace HomsScreenings.Tests.Mail;

public sealed class MailSenderTests
{
    const string Email = "nadia@example.org";

    static Task<ScreeningsApp> StartAsync(Database database, SmtpListener server) => ScreeningsApp.StartAsync(database,
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:From", "Homs Screenings <screenings@example.org>"));

    static async Task AskForMailAsync(ScreeningsApp app)
    {
        await app.AddAccountAsync(Email);
        await app.AsVisitor().FillAsync("/account/forgot-password", ("Email", Email));
    }

    /// <summary>The program sends by itself every few seconds; the tests do not wait for that, but may meet it.</summary>
    static async Task<OutboxMessage> AfterSendingAsync(ScreeningsApp app, Func<OutboxMessage, bool> isDone)
    {
        await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
        for (var i = 0; i < 100; i++)
        {
            var mail = await app.InDbAsync(db => db.Outbox.AsNoTracking().SingleAsync());
            if (isDone(mail)) return mail;
            await Task.Delay(100);
        }
        throw new TimeoutException("The mail did not get there.");
    }

    [Theory, OnEachDatabase]
    public async Task A_mail_reaches_the_server_and_its_words_are_forgotten(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await StartAsync(database, server);
        await AskForMailAsync(app);
        var sent = await AfterSendingAsync(app, m => m.SentAt is not null);

        Assert.Equal((StoppedClock.Noon, 1, ""), (sent.SentAt!.Value, sent.Attempts, sent.Body));
        using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(Assert.Single(server.Mails)));
        var mail = await MimeMessage.LoadAsync(bytes);
        Assert.Equal(sent.MessageId, $"<{mail.MessageId}>");
        Assert.Equal(
            ("\"Homs Screenings\" <screenings@example.org>",
                Email, "A new password for Homs Screenings", StoppedClock.Noon.ToDateTimeOffset()),
            (mail.From.ToString(), mail.To.ToString(), mail.Subject, mail.Date));
        Assert.Equal(ContentEncoding.QuotedPrintable, Assert.IsType<TextPart>(mail.Body).ContentTransferEncoding);
        Assert.Single(mail.TextBody!.Split("\n"),
            line => line.StartsWith($"{ScreeningsApp.BaseUrl}/account/reset-password?account=", StringComparison.Ordinal));
        Assert.DoesNotContain(Email, string.Join('\n', app.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_server_does_not_know_by_name_is_not_named_either()
    {
        using var server = new SmtpListener { Welcome = _ => "550 5.1.1 no such user Nadia here" };
        await using var app = await StartAsync(Database.Sqlite, server);
        await AskForMailAsync(app);
        var refused = await AfterSendingAsync(app, m => m.LastError is not null);
        Assert.EndsWith("no such user (name) here", refused.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("nadia", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnEachDatabase]
    public async Task A_refused_mail_is_tried_later_and_later_and_arrives_as_the_same(Database database)
    {
        using var server = new SmtpListener
        {
            Welcome = recipient =>
            $"450 4.2.1 {recipient}: mailbox busy, see https://example.org/bookings/TOKEN"
        };
        await using var app = await StartAsync(database, server);
        await AskForMailAsync(app);
        var pauses = new List<Duration>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var refused = await AfterSendingAsync(app, m => m.Attempts == attempt && m.LastError is not null);
            Assert.Equal("", string.Concat(refused.LastError!.Where(c => c == '@')));
            Assert.Contains("mailbox busy, see (link)", refused.LastError, StringComparison.Ordinal);
            Assert.NotEqual("", refused.Body);
            pauses.Add(refused.DueAt - app.Clock.Now);
            app.Clock.Pass(refused.DueAt - app.Clock.Now);
        }
        Assert.Equal([1, 5, 15, 60, 360, 360], pauses.Select(p => p.TotalMinutes));

        server.Welcome = _ => "250 OK";
        var sent = await AfterSendingAsync(app, m => m.SentAt is not null);
        Assert.Equal((7, null, ""), (sent.Attempts, sent.LastError, sent.Body));
        Assert.Single(server.Mails);
        Assert.DoesNotContain(Email, string.Join('\n', app.Log.Lines), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task After_three_days_a_mail_is_given_up_and_after_thirty_forgotten(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await StartAsync(database, server);
        await app.InDbAsync(async db =>
        {
            db.Outbox.Add(
                new Outbox("Homs Screenings", ScreeningsApp.BaseUrl).PasswordReset(
                    Email, "/link", Duration.FromHours(1), app.Clock.Now - Outbox.GivesUpAfter));
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
        Assert.Equal(0, (await app.InDbAsync(db => db.Outbox.SingleAsync())).Attempts);
        var administrator = await app.AsAdministratorAsync();
        Assert.StartsWith("Given up", (await administrator.GetAsync("/organise/mail")).Texts("article dd")[2], StringComparison.Ordinal);
        await app.InDbAsync(
            db => db.Outbox.ForgetOldAsync(app.Clock.Now + OutboxQueries.KeptFor - Outbox.GivesUpAfter, CancellationToken.None));
        Assert.Equal(1, await app.InDbAsync(db => db.Outbox.CountAsync()));
        await app.InDbAsync(db => db.Outbox.ForgetOldAsync(app.Clock.Now + OutboxQueries.KeptFor, CancellationToken.None));
        Assert.Equal(0, await app.InDbAsync(db => db.Outbox.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Of_several_senders_one_takes_a_mail(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await StartAsync(database, server);
        await AskForMailAsync(app);
        var sender = app.Services.GetRequiredService<MailSender>();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => sender.SendDueAsync(CancellationToken.None)));
        Assert.Equal(1, (await AfterSendingAsync(app, m => m.SentAt is not null)).Attempts);
        Assert.Single(server.Mails);
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_server_administrators_and_nobody_else_can_read_the_link_and_hand_it_on(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await AskForMailAsync(app);
        var link = await app.LinkInNewestMailAsync();
        var page = await (await app.AsAdministratorAsync()).GetAsync("/organise/mail");
        Assert.Contains($"{ScreeningsApp.BaseUrl}{link}", page.Text("article pre"), StringComparison.Ordinal);
        Assert.Equal("Kept here: no mail server is set", page.Texts("article dd")[2]);
        Assert.Equal(404, (await (await app.AsOrganiserAsync()).GetAsync("/organise/mail")).Status);
        Assert.Equal(404, (await (await app.AsSiteEditorAsync()).GetAsync("/organise/mail")).Status);
        Assert.Equal(302, (await app.AsVisitor().GetAsync("/organise/mail")).Status);
    }
}
