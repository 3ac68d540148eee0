using System.Globalization;
using System.Text;
using HomsScreenings.Accounts;
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
    const string Email = "nadia@example.org", Password = "a passage from house to house";

    static readonly (string, string?)[] NewPassword = [("Input.Password", Password), ("Input.Again", Password)];

    static Task<ScreeningsApp> StartAsync(Database database, SmtpListener server) => ScreeningsApp.StartAsync(database,
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:From", "Homs Screenings <screenings@example.org>"));

    static async Task AskForMailAsync(ScreeningsApp app)
    {
        await app.AddAccountAsync(Email);
        await app.AskForNewPasswordAsync(Email);
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
    public async Task A_mail_reaches_the_server_with_a_link_that_works(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await StartAsync(database, server);
        await AskForMailAsync(app);
        var sent = await AfterSendingAsync(app, m => m.SentAt is not null);

        Assert.Equal((StoppedClock.Noon, 1), (sent.SentAt!.Value, sent.Attempts));
        using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(Assert.Single(server.Mails)));
        var mail = await MimeMessage.LoadAsync(bytes);
        Assert.Equal($"{sent.MessageId}@screenings.test", mail.MessageId);
        Assert.Equal(("\"Homs Screenings\" <screenings@example.org>", Email), (mail.From.ToString(), mail.To.ToString()));
        Assert.Equal(("A new password for Homs Screenings", StoppedClock.Noon.ToDateTimeOffset()), (mail.Subject, mail.Date));
        Assert.Equal([("plain", ContentEncoding.QuotedPrintable), ("html", ContentEncoding.QuotedPrintable)],
            mail.BodyParts.Select(p => (p.ContentType.MediaSubtype, ((TextPart)p).ContentTransferEncoding)));
        var lines = mail.TextBody!.ReplaceLineEndings("\n").Split('\n');
        var link = lines.First(line => line.StartsWith(ScreeningsApp.BaseUrl, StringComparison.Ordinal));
        Assert.Contains($"href=\"{link.Replace("&", "&amp;", StringComparison.Ordinal)}\"", mail.HtmlBody, StringComparison.Ordinal);
        var changed = await app.AsVisitor().FillAsync(link[ScreeningsApp.BaseUrl.Length..], NewPassword);
        Assert.Equal((302, "/account/sign-in"), (changed.Status, changed.Location));
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
            pauses.Add(refused.DueAt - app.Clock.Now);
            app.Clock.Pass(refused.DueAt - app.Clock.Now);
        }
        Assert.Equal([1, 5, 15, 60, 360, 360], pauses.Select(p => p.TotalMinutes));

        server.Welcome = _ => "250 OK";
        var sent = await AfterSendingAsync(app, m => m.SentAt is not null);
        Assert.Equal((7, null), (sent.Attempts, sent.LastError));
        Assert.Single(server.Mails);
        Assert.DoesNotContain(Email, string.Join('\n', app.Log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 5.1.1 No such user here", "250 Kept", true)]
    [InlineData("550 No such user here", "250 Kept", true)]
    [InlineData("250 OK", "554 5.1.2 No such host", true)]
    [InlineData("550 5.7.1 Your server is on a list", "250 Kept", false)]
    [InlineData("552 5.2.2 Mailbox full", "250 Kept", false)]
    [InlineData("250 OK", "550 5.7.1 This looks like spam", false)]
    [InlineData("450 4.2.1 Try again later", "250 Kept", false)]
    public async Task An_address_that_takes_no_mail_is_not_tried_again_and_a_refusal_for_other_reasons_is(
        string welcome, string verdict, bool isOver)
    {
        using var server = new SmtpListener { Welcome = _ => welcome, Verdict = verdict };
        await using var app = await StartAsync(Database.Sqlite, server);
        await AskForMailAsync(app);
        var refused = await AfterSendingAsync(app, m => m.LastError is not null);
        Assert.Equal((isOver, isOver), (refused.SentAt is not null,
            refused.LastError!.StartsWith("The address takes no mail.", StringComparison.Ordinal)));
    }

    [Theory, OnEachDatabase]
    public async Task After_three_days_a_mail_is_given_up_and_after_thirty_forgotten(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await StartAsync(database, server);
        var account = await app.AddAccountAsync(Email);
        await app.InDbAsync(async db =>
        {
            db.Outbox.Add(OutboxMessage.New(PasswordResetLetter.Kind, account, app.Clock.Now - OutboxQueries.GivesUpAfter));
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
        Assert.Equal(0, (await app.InDbAsync(db => db.Outbox.SingleAsync())).Attempts);
        var administrator = await app.AsAdministratorAsync();
        Assert.StartsWith("Given up", (await administrator.GetAsync("/organise/mail")).Texts("article dd")[2], StringComparison.Ordinal);
        await app.InDbAsync(
            db => db.Outbox.ForgetOldAsync(app.Clock.Now + OutboxQueries.KeptFor - OutboxQueries.GivesUpAfter, CancellationToken.None));
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
        var administrator = await app.AsAdministratorAsync();
        var page = await administrator.GetAsync("/organise/mail");
        Assert.Equal([Email, "1 June 2026, 12:00 UTC", "Kept here: no mail server is set", "Link to choose a new password, in English"],
            page.Texts("article dd"));
        Assert.Contains("&token=… ", page.Text("article pre"), StringComparison.Ordinal);
        var handOn = page.Html.QuerySelector("article a[href$='/link']")!.GetAttribute("href")!;
        foreach (var address in new[] { "/organise/mail", handOn })
        {
            Assert.Equal(404, (await (await app.AsOrganiserAsync()).GetAsync(address)).Status);
            Assert.Equal(404, (await (await app.AsSiteEditorAsync()).GetAsync(address)).Status);
            Assert.Equal(302, (await app.AsVisitor().GetAsync(address)).Status);
        }
        Assert.Equal(0, await app.InDbAsync(db => db.Tokens.CountAsync(t => t.Purpose == TokenPurpose.PasswordReset)));

        var made = await administrator.FillAsync(handOn);
        Assert.Equal((302, handOn), (made.Status, made.Location));
        var words = (await administrator.GetAsync(handOn)).Text("main pre")!;
        var link = words[words.IndexOf("/account/reset-password", StringComparison.Ordinal)..].Split(' ')[0];
        Assert.Null((await administrator.GetAsync(handOn)).Text("main pre")); // it is shown once
        Assert.Equal(302, (await app.AsVisitor().FillAsync(link, NewPassword)).Status);
    }
}
