using System.Globalization;
using System.Text;
using HomsScreenings.Tests.Mail;
using HomsScreenings.Tests.Subscriptions;
using HomsScreenings.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace HomsScreenings.Tests.Interests.Letters;

/// <summary>The mail that somebody waited for, as it reaches a mail server.</summary>
public sealed class InterestToldLetterTests
{
    [Theory, OnEachDatabase]
    public async Task It_says_how_one_click_erases_the_address_and_the_click_works(Database database)
    {
        using var server = new SmtpListener();
        await using var app = await ScreeningsApp.StartAsync(database, ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:From", "Homs Screenings <screenings@example.org>"));
        await app.Programme.AddFilm("Return to Homs");
        await app.WaitAsync();
        await app.AnnounceAsync("Leeds");
        await app.LookAsync();
        for (var i = 0; i < 100 && await app.InDbAsync(db => db.Outbox.AnyAsync(m => m.SentAt == null)); i++)
        {
            await app.Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);
            await Task.Delay(50);
        }
        using var bytes = new MemoryStream(Encoding.ASCII.GetBytes(server.Mails[^1]));
        var mail = await MimeMessage.LoadAsync(bytes);
        Assert.Equal(("Near you: Return to Homs, Saturday 27 June 2026", InterestSteps.Email), (mail.Subject, mail.To.ToString()));
        Assert.Equal(("List-Unsubscribe=One-Click", "auto-generated"),
            (mail.Headers["List-Unsubscribe-Post"], mail.Headers["Auto-Submitted"]));
        var address = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        Assert.StartsWith("https://screenings.test/interests/", address, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        var answer = await app.AsVisitor().SendAsync(HttpMethod.Post, address[ScreeningsApp.BaseUrl.Length..],
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal((200, 0), (answer.Status, await app.InDbAsync(db => db.Interests.CountAsync())));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("unusual", StringComparison.Ordinal));
    }
}
