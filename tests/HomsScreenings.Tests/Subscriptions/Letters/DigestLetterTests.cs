using System.Globalization;
using System.Text;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Tests.Mail;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace HomsScreenings.Tests.Subscriptions.Letters;

/// <summary>A digest as it reaches a mail server.</summary>
public sealed class DigestLetterTests
{
    [Theory, OnEachDatabase]
    public async Task It_says_of_which_list_it_is_and_how_one_click_ends_it_and_the_click_works(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await ScreeningsApp.StartAsync(database, ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:From", "Homs Screenings <screenings@example.org>"));
        await app.FollowAsync();
        await app.Programme.AddScreening();
        await app.GatherAsync();
        for (var i = 0; i < 100 && await app.InDbAsync(db => db.Outbox.AnyAsync(m => m.SentAt == null)); i++)
        {
            await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
            await Task.Delay(50);
        }
        Assert.Contains(await app.InDbAsync(db => db.Outbox.Select(m => m.Kind + m.LastError).ToListAsync()),
            kind => kind == SubscriptionMailKind.Digest);
        using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(server.Mails[^1]));
        var mail = await MimeMessage.LoadAsync(bytes);
        Assert.Equal(("New: Return to Homs, Saturday 27 June 2026", SubscriptionSteps.Email), (mail.Subject, mail.To.ToString()));
        Assert.Equal(("<subscriptions.screenings.test>", "bulk", "auto-generated"),
            (mail.Headers["List-Id"], mail.Headers["Precedence"], mail.Headers["Auto-Submitted"]));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var address = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        Assert.StartsWith("https://screenings.test/subscriptions/", address, StringComparison.Ordinal);
        Assert.Contains("<h2>Newly announced</h2>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        var answer = await app.AsVisitor().SendAsync(HttpMethod.Post, address[ScreeningsApp.BaseUrl.Length..],
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(200, answer.Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Subscriptions.CountAsync()));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("unusual", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task It_is_sent_after_what_goes_to_one_person(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.FollowAsync();
        await app.Programme.AddScreening();
        await app.GatherAsync();
        app.Clock.Pass(NodaTime.Duration.FromMinutes(1));
        await app.SignUpAsync("?country=GB", "ben@example.org");
        Assert.Equal([SubscriptionMailKind.Confirm, SubscriptionMailKind.Confirm, SubscriptionMailKind.Digest],
            await app.InDbAsync(db => HomsScreenings.Mail.OutboxQueries.Due(db.Outbox, app.Clock.Now).Select(m => m.Kind).ToListAsync()));
    }
}
